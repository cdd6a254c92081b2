-- One row is a way in which municipalities would change: against the build in force, on a date of a solution
-- in the build to be. There, what was known is the latest not after that date. what: stage, or enrolled (only
-- who would come to be, or cease to be, enrolled).
WITH compared AS (
    SELECT
        n.solution_id,
        n.as_of,
        n.municipality_code,
        coalesce(o.stage, 'unknown') AS old_stage,
        n.stage AS new_stage,
        CASE WHEN o.enrolled THEN 'enrolled' ELSE 'not_enrolled' END AS old_enrolled,
        CASE WHEN n.enrolled THEN 'enrolled' ELSE 'not_enrolled' END AS new_enrolled
    FROM after.adoption AS n
    ASOF LEFT JOIN before.adoption AS o
        ON o.solution_id = n.solution_id
        AND o.municipality_code = n.municipality_code
        AND o.as_of <= n.as_of
),

changed AS (
    SELECT solution_id, as_of, municipality_code, 'stage' AS what, old_stage AS old, new_stage AS new
    FROM compared
    WHERE old_stage <> new_stage

    UNION ALL

    SELECT solution_id, as_of, municipality_code, 'enrolled', old_enrolled, new_enrolled
    FROM compared
    WHERE old_enrolled <> new_enrolled
)

SELECT
    c.solution_id,
    s.short_name AS solution,
    c.as_of,
    c.what,
    c.old,
    c.new,
    list(m.name ORDER BY m.name COLLATE nb, m.municipality_code) AS names
FROM changed AS c
JOIN after.solution AS s ON s.solution_id = c.solution_id
JOIN after.municipality AS m ON m.municipality_code = c.municipality_code
GROUP BY ALL
ORDER BY any_value(s.sort_order), c.as_of, c.what DESC, c.new, c.old
