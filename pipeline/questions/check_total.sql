-- One row is a published count that would differ from the lists, and does not in the build in force.
SELECT s.short_name AS solution, t.digi_region, t.published, t.counted
FROM after.control_total AS t
JOIN after.solution AS s ON s.solution_id = t.solution_id
ANTI JOIN (SELECT * FROM before.control_total WHERE difference <> 0) AS o
    ON o.source_path = t.source_path
    AND o.solution_id = t.solution_id
    AND o.list = t.list
    AND o.digi_region = t.digi_region
    AND o.difference = t.difference
WHERE t.difference <> 0
ORDER BY s.sort_order, t.digi_region COLLATE nb
