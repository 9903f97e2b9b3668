-- How sure are we of what counts as covered?
-- `hops` is 0 where a supplier has assessed the requirement itself; else it follows from other clauses, and `confidence` is that
-- of the least sure step.
select
    target,
    case when hops = 0 then 'assessed' else 'follows, confidence ' || confidence end as how,
    count(*) as requirements
from read_parquet('rows/target=*/*.parquet')
where level in ('full', 'partial')
group by target, how
order by target, requirements desc, how;
