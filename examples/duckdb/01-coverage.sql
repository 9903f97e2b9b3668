-- How much of each standard do our suppliers cover, on average?
-- A requirement that is covered counts one, one that is partly covered a half. `checked` is what would be added at most
-- if everything that is only presumed turned out to be in place.
select
    target,
    count(distinct assessment) as suppliers,
    round(100 * avg(case level when 'full' then 1 when 'partial' then 0.5 else 0 end), 1) as coverage,
    round(100 * avg(case level when 'presumed' then 1 else 0 end), 1) as checked
from read_parquet('rows/target=*/*.parquet')
group by target
order by target;
