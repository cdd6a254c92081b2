-- One row is a row under review, with what a person needs to decide it; every suggestion has the name of
-- its county, the likeliest first.
SELECT
    r.source_path AS path,
    r.source_row,
    s.short_name AS solution,
    r.printed,
    coalesce(r.digi_region, '') AS region,
    r.reason,
    r.decidable,
    (
        SELECT coalesce(list({'code': c.code, 'name': m.name, 'county': m.county_name}
            ORDER BY c.place), [])
        FROM (
            SELECT unnest(r.candidates) AS code, generate_subscripts(r.candidates, 1) AS place
        ) AS c
        JOIN municipality AS m ON m.municipality_code = c.code
    ) AS suggestions
FROM review AS r
JOIN solution AS s ON s.solution_id = r.solution_id
ORDER BY r.source_path, r.source_row
