-- One row is a Digi region (or the nation) and a solution that some source speaks of, on the last date
-- not after as_of. enrolled_*: of those that have not adopted, by name and as published; names_as_of is
-- the date of the list when the names count. is_offered: see the table solution. Parameter: as_of.
SELECT
    c.digi_region,
    c.solution_id,
    s.short_name,
    s.adopted_means,
    s.is_offered,
    c.as_of,
    c.municipalities,
    c.adopted,
    c.not_adopted,
    c.unknown,
    c.is_mostly_unknown,
    c.enrolled_in_gap AS enrolled_named,
    c.enrolled_published,
    c.names_as_of
FROM coverage AS c
JOIN solution_date AS d
    ON d.solution_id = c.solution_id AND d.as_of = c.as_of AND $as_of BETWEEN d.as_of AND d.until
JOIN solution AS s ON s.solution_id = c.solution_id
ORDER BY s.sort_order, c.digi_region COLLATE nb
