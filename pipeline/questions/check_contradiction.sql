-- One row is a municipality of which two owners would say different things, and do not in the build in force.
SELECT s.short_name AS solution, m.name
FROM after.contradiction AS c
JOIN after.solution AS s ON s.solution_id = c.solution_id
JOIN after.municipality AS m ON m.municipality_code = c.municipality_code
ANTI JOIN before.contradiction AS o
    ON o.solution_id = c.solution_id
    AND o.municipality_code = c.municipality_code
    AND o.as_of = c.as_of
ORDER BY s.sort_order, m.name COLLATE nb
