-- One row is a municipality as the register has it, in Norwegian alphabetical order.
SELECT
    municipality_code,
    name,
    parallel_names,
    county_name,
    digi_region,
    health_region,
    population,
    population_date,
    org_number
FROM municipality
ORDER BY name COLLATE nb, municipality_code
