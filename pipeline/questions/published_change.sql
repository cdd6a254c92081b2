-- One row is a solution whose latest stages differ from those of the build before: of how many municipalities.
-- One that was in neither build before counts as unknown there.
WITH latest AS (
    SELECT solution_id, municipality_code, arg_max(stage, as_of) AS stage
    FROM after.adoption
    GROUP BY ALL
),

earlier AS (
    SELECT solution_id, municipality_code, arg_max(stage, as_of) AS stage
    FROM before.adoption
    GROUP BY ALL
)

SELECT solution_id, count(*) AS municipalities
FROM (
    SELECT
        coalesce(l.solution_id, e.solution_id) AS solution_id,
        coalesce(l.stage, 'unknown') AS stage,
        coalesce(e.stage, 'unknown') AS earlier_stage
    FROM latest AS l
    FULL JOIN earlier AS e USING (solution_id, municipality_code)
)
WHERE stage <> earlier_stage
GROUP BY ALL
ORDER BY ALL
