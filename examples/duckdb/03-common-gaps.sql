-- Which requirements of either standard does nothing at all support at most suppliers?
-- One measure of the buyer, such as a template or a training, helps with each of these everywhere.
select
    clause,
    count(*) filter (where level = 'none') as suppliers,
    round(100 * avg(case level when 'none' then 1 else 0 end)) as share
from read_parquet('rows/target=*/*.parquet')
group by clause
order by suppliers desc, clause
limit 5;
