-- One row is a Digi region (or the nation) and a solution that some source speaks of, on the last date
-- not after as_of. enrolled_*: of those that have not adopted, by name and as published; names_as_of is
-- the date of the list when the names count. is_offered: see the table solution. Parameter: as_of.
WITH latest AS (
    SELECT solution_id, max(as_of) AS as_of FROM coverage WHERE as_of <= $as_of GROUP BY ALL
)

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
JOIN latest AS l ON l.solution_id = c.solution_id AND l.as_of = c.as_of
JOIN solution AS s ON s.solution_id = c.solution_id
ORDER BY s.sort_order, c.digi_region COLLATE nb
