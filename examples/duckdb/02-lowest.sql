-- Which five suppliers cover the least of ISO 14001, and should be visited first?
select
    assessment,
    site,
    round(100 * avg(case level when 'full' then 1 when 'partial' then 0.5 else 0 end), 1) as coverage
from read_parquet('rows/target=*/*.parquet')
where target = 'iso-14001:2015'
group by assessment, site
order by coverage, assessment
limit 5;
