-- Where do we stand with compliance obligations (ISO 14001, clause 6.1.3), site by site?
select
    site,
    count(*) filter (where level = 'full') as covered,
    count(*) filter (where level = 'partial') as partly,
    count(*) filter (where level = 'presumed') as to_check,
    count(*) filter (where level = 'none') as open
from read_parquet('rows/target=*/*.parquet')
where clause = 'iso-14001:2015/6.1.3'
group by site
order by site;
