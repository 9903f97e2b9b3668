-- In which chapters are the suppliers weakest?
select
    target,
    chapter,
    round(100 * avg(case level when 'full' then 1 when 'partial' then 0.5 else 0 end), 1) as coverage
from read_parquet('rows/target=*/*.parquet')
group by target, chapter
order by target, coverage, chapter;
