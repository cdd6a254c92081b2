-- One row is a municipality with a land border with the one asked for, and a solution that some source
-- speaks of, on the last date there is. Parameter: municipality.
SELECT
    m.municipality_code,
    m.name,
    m.digi_region,
    s.solution_id,
    s.short_name,
    a.stage,
    a.enrolled,
    c.municipality_code IS NOT NULL AS contradicted
FROM neighbour AS n
JOIN municipality AS m ON m.municipality_code = n.neighbour_code
JOIN adoption AS a ON a.municipality_code = n.neighbour_code
JOIN solution_date AS d
    ON d.solution_id = a.solution_id AND d.as_of = a.as_of AND d.is_latest
JOIN solution AS s ON s.solution_id = a.solution_id
LEFT JOIN contradiction AS c
    ON c.as_of = a.as_of
    AND c.solution_id = a.solution_id
    AND c.municipality_code = a.municipality_code
WHERE n.municipality_code = $municipality
ORDER BY m.name COLLATE nb, m.municipality_code, s.sort_order
