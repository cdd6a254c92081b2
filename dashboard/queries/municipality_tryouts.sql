-- One row is a solution that a municipality takes part in trying out. Parameter: municipality.
SELECT s.name, t.as_of, t.note, t.source
FROM tryout AS t
JOIN solution AS s ON s.solution_id = t.solution_id
WHERE t.municipality_code = $municipality
ORDER BY s.sort_order
