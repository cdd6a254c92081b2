-- One row is a municipality that a solution is meant for. Key: solution_id, municipality_code.
-- A geography is the whole country, or health regions and counties with | between.
SELECT s.solution_id, m.municipality_code, m.digi_region
FROM solution AS s
JOIN municipality AS m
    ON s.geography = 'hele landet'
    OR list_contains(string_split(s.geography, '|'), m.health_region)
    OR list_contains(string_split(s.geography, '|'), m.county_name)
