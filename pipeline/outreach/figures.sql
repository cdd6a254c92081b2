-- One row is a Digi region (or the nation, "Hele landet") for a solution at its date on a list, with what a
-- slide tells of it. enrolled: how many of those who have not adopted are enrolled, by name where a list
-- names them, else as published, else the names that follow; NULL where nothing says. enrolled_named: those
-- of them known by name. ambition (nation only): the last that is published, for its day.
-- Parameters: solutions, as_of (NULL: the latest).
WITH dated AS (
    SELECT solution_id, max(as_of) AS as_of
    FROM coverage
    WHERE as_of <= coalesce($as_of::DATE, DATE '9999-12-31')
    GROUP BY solution_id
),

ambition AS (
    SELECT
        solution_id,
        max(as_of) AS ambition_as_of,
        arg_max(count, as_of) AS ambition,
        arg_max(source, as_of) AS ambition_source
    FROM series
    WHERE measure = 'ambition'
    GROUP BY solution_id
)

SELECT
    c.solution_id,
    s.short_name,
    s.name,
    c.as_of,
    c.digi_region,
    c.municipalities,
    c.adopted,
    c.in_use,
    c.preparing,
    c.not_adopted,
    c.unknown,
    CASE WHEN c.names_as_of IS NOT NULL OR c.enrolled_published IS NULL THEN c.enrolled_in_gap
        ELSE c.enrolled_published END AS enrolled,
    coalesce(c.enrolled_in_gap, 0) AS enrolled_named,
    c.population,
    c.population_not_adopted,
    a.ambition,
    a.ambition_as_of,
    a.ambition_source
FROM coverage AS c
JOIN dated AS d ON d.solution_id = c.solution_id AND d.as_of = c.as_of
JOIN solution AS s ON s.solution_id = c.solution_id
LEFT JOIN ambition AS a ON a.solution_id = c.solution_id AND c.digi_region = 'Hele landet'
WHERE list_contains($solutions::VARCHAR[], c.solution_id)
ORDER BY s.sort_order, c.digi_region = 'Hele landet' DESC, c.digi_region COLLATE nb
