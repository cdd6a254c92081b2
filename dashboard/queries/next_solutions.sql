-- One row is a solution with prerequisites, in the order of the catalogue. requires: their names;
-- known_as_of: the last date on which any source speaks of each, in the same order.
SELECT
    s.solution_id,
    s.short_name,
    list(r.short_name ORDER BY r.sort_order) AS requires,
    list(l.as_of ORDER BY r.sort_order) AS known_as_of
FROM (SELECT solution_id, short_name, sort_order, unnest(requires) AS required_id FROM solution) AS s
JOIN solution AS r ON r.solution_id = s.required_id
LEFT JOIN (SELECT solution_id, max(as_of) AS as_of FROM adoption GROUP BY ALL) AS l
    ON l.solution_id = r.solution_id
GROUP BY s.solution_id, s.short_name, s.sort_order
ORDER BY s.sort_order
