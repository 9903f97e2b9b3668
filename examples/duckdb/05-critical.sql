-- Are our critical suppliers better than the others?
-- `tags` holds all tags of a supplier as one text, with a semicolon and a blank between them.
select
    list_contains(string_split(tags, '; '), 'critical') as critical,
    count(distinct assessment) as suppliers,
    round(100 * avg(case level when 'full' then 1 when 'partial' then 0.5 else 0 end), 1) as coverage
from read_parquet('rows/target=*/*.parquet')
group by critical
order by critical desc;
