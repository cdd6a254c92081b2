-- One row is a solution with prerequisites, or one that somebody tries out, in the order of the catalogue.
-- told: a source speaks of it. requires: the names of the prerequisites, if any; known_as_of: the last date
-- on which any source speaks of each, in the same order. source: of what the catalogue says of it.
SELECT
    s.solution_id,
    s.short_name,
    s.source,
    s.solution_id IN (SELECT solution_id FROM solution_date) AS told,
    coalesce(list(r.short_name ORDER BY r.sort_order) FILTER (r.solution_id IS NOT NULL), [])
        AS requires,
    coalesce(list(l.as_of ORDER BY r.sort_order) FILTER (r.solution_id IS NOT NULL), [])
        AS known_as_of
FROM solution AS s
LEFT JOIN solution AS r ON list_contains(s.requires, r.solution_id)
LEFT JOIN solution_date AS l ON l.solution_id = r.solution_id AND l.is_latest
WHERE len(s.requires) > 0 OR s.solution_id IN (SELECT solution_id FROM tryout)
GROUP BY s.solution_id, s.short_name, s.source, s.sort_order
ORDER BY s.sort_order
