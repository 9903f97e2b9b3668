-- Which clause of ISO 9001 holds back the most requirements of the other standards, so that work should begin with it?
-- `first` names what has to be in place before a requirement can be; several clauses stand with a blank between them.
select
    clause_first,
    count(*) as requirements,
    count(distinct assessment) as suppliers
from (
    select assessment, unnest(string_split("first", ' ')) as clause_first
    from read_parquet('rows/target=*/*.parquet')
    where "first" is not null
)
where clause_first like 'iso-9001:2015/%'
group by clause_first
order by requirements desc, clause_first
limit 5;
