-- Whose assessment is more than nine months old on the first of December 2026, and has to be renewed?
select distinct assessment, unit, date
from read_parquet('rows/target=*/*.parquet')
where date < date '2026-12-01' - interval 9 months
order by date, assessment
limit 8;
