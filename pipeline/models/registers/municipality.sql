-- One row is a municipality of the register (357 from 2024-01-01). Key: municipality_code.
SELECT
    municipality_code,
    name,
    parallel_names,
    county_code,
    county_name,
    digi_region,
    health_region,
    admin_centre,
    population::INTEGER AS population,
    population_date::DATE AS population_date,
    code_2020,
    nullif(org_number, '') AS org_number
FROM seed_municipality
ORDER BY municipality_code
