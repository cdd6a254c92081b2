-- One row is a solution with prerequisites, in the order of the catalogue. requires: their names.
SELECT
    s.solution_id,
    s.short_name,
    list(r.short_name ORDER BY r.sort_order) AS requires
FROM (SELECT solution_id, short_name, sort_order, unnest(requires) AS required_id FROM solution) AS s
JOIN solution AS r ON r.solution_id = s.required_id
GROUP BY s.solution_id, s.short_name, s.sort_order
ORDER BY s.sort_order
