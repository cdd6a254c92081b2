-- One row is a municipality whose stage differs between two consecutive dates of a solution.
-- Key: solution_id, municipality_code, to_as_of. what: new (it was not adopted and now is), known (nothing
-- was said of it before, or only by a report that could not see the stage it has now), forgotten (now
-- unknown), back (it was adopted and is now said not to be), moved (between two other stages).
WITH moved AS (
    SELECT
        solution_id,
        municipality_code,
        lag(as_of) OVER in_time AS from_as_of,
        as_of AS to_as_of,
        lag(stage) OVER in_time AS from_stage,
        stage AS to_stage,
        lag(evidence_as_of) OVER in_time AS from_evidence
    FROM adoption
    WINDOW in_time AS (PARTITION BY solution_id, municipality_code ORDER BY as_of)
    QUALIFY from_stage <> to_stage
)

SELECT
    m.* EXCLUDE (from_evidence),
    CASE
        WHEN m.from_stage = 'unknown' THEN 'known'
        WHEN e.short_sighted AND NOT list_contains(e.sees, m.to_stage) THEN 'known'
        WHEN m.to_stage = 'unknown' THEN 'forgotten'
        WHEN stage_rank(m.from_stage) < stage_rank(s.adopted_means)
            AND stage_rank(m.to_stage) >= stage_rank(s.adopted_means) THEN 'new'
        WHEN stage_rank(m.from_stage) >= stage_rank(s.adopted_means)
            AND stage_rank(m.to_stage) < stage_rank(s.adopted_means) THEN 'back'
        ELSE 'moved'
    END AS what
FROM moved AS m
JOIN solution AS s ON s.solution_id = m.solution_id
LEFT JOIN evidence_of_day AS e
    ON e.solution_id = m.solution_id
    AND e.municipality_code = m.municipality_code
    AND e.as_of = m.from_evidence
ORDER BY ALL
