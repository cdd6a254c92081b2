-- One row is a Digi region (or the nation, "Hele landet") for a solution at its date on a list, with what a
-- slide tells of it. enrolled: how many of those who have not adopted are enrolled; NULL where nothing says.
-- enrolled_named: those of them known by name. ambition (nation only): the last that is published, for its
-- day.
-- Parameters: solutions, as_of (NULL: the latest).
WITH ambition AS (
    SELECT
        solution_id,
        max(as_of) AS ambition_as_of,
        arg_max(count, as_of) AS ambition
    FROM series
    WHERE measure = 'ambition'
    GROUP BY solution_id
)

SELECT
    c.solution_id,
    s.short_name,
    c.as_of,
    c.digi_region,
    c.municipalities,
    c.adopted,
    c.in_use,
    c.not_adopted,
    c.unknown,
    c.enrolled_of_gap AS enrolled,
    coalesce(c.enrolled_in_gap, 0) AS enrolled_named,
    a.ambition,
    a.ambition_as_of
FROM coverage AS c
JOIN solution_date AS d
    ON d.solution_id = c.solution_id
    AND d.as_of = c.as_of
    AND is_date_for($as_of, d.as_of, d.until, d.is_latest)
JOIN solution AS s ON s.solution_id = c.solution_id
LEFT JOIN ambition AS a ON a.solution_id = c.solution_id AND c.digi_region = 'Hele landet'
WHERE list_contains($solutions::VARCHAR[], c.solution_id)
ORDER BY s.sort_order, c.digi_region = 'Hele landet' DESC, c.digi_region COLLATE nb
