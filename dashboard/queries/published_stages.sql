-- One row is a solution and date for which it was published how many use it, and for which there are lists
-- too that give another number. listed: those that the lists count as having come past "not adopted".
SELECT
    s.short_name,
    c.as_of,
    n.source,
    n.in_use_published,
    n.enabled_published,
    c.in_use,
    c.not_adopted,
    c.preparing + c.in_use AS listed
FROM (
    SELECT
        last_day(as_of) AS as_of,
        solution_id,
        source,
        max(published) FILTER (counts = 'in_use' AND definition IS NULL)
            AS in_use_published,
        max(published) FILTER (counts = 'enabled') AS enabled_published
    FROM national_figure
    GROUP BY ALL
) AS n
JOIN coverage AS c
    ON c.solution_id = n.solution_id AND c.as_of = n.as_of AND c.digi_region = 'Hele landet'
JOIN solution AS s ON s.solution_id = n.solution_id
WHERE n.in_use_published <> c.in_use
ORDER BY s.sort_order, c.as_of DESC
