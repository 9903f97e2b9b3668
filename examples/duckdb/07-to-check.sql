-- In which units can auditors gain most by checking what is only presumed to be in place?
select
    unit,
    count(*) filter (where action = 'verify') as to_check,
    count(distinct assessment) as suppliers
from read_parquet('rows/target=*/*.parquet')
group by unit
order by to_check desc, unit;
