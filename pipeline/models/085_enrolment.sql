-- One row is a municipality that a source says is, or is not, enrolled in a joint rollout.
-- Key: as_of, solution_id, municipality_code. Published counts name nobody, but two of them leave no
-- choice: as many enrolled as the whole list of the region, every name on it sure (all of them are),
-- and none enrolled (none of them is). The run is the solution's own when it has only one.
WITH listed AS (
    SELECT
        as_of,
        solution_id,
        printed_region AS digi_region,
        count(*) AS rows_listed,
        count(DISTINCT municipality_code) AS recognised
    FROM resolved_row
    WHERE evidence = 'negative' AND outcome IN ('accepted', 'duplicate', 'review')
    GROUP BY ALL
),

published AS (
    SELECT
        as_of,
        solution_id,
        printed_region AS digi_region,
        max(count) FILTER (list = 'enrolled') AS enrolled,
        max(count) FILTER (list = 'not_adopted') AS not_adopted,
        arg_min(source_path, source_row) FILTER (list = 'enrolled') AS source_path,
        min(source_row) FILTER (list = 'enrolled') AS source_row
    FROM resolved_row
    WHERE evidence = 'totals' AND outcome = 'accepted'
    GROUP BY ALL
),

settled AS (
    SELECT p.*, p.enrolled > 0 AS all_enrolled
    FROM published AS p
    JOIN listed AS l USING (as_of, solution_id, digi_region)
    WHERE p.enrolled = 0
        OR (
            p.enrolled = p.not_adopted
            AND p.enrolled = l.rows_listed
            AND p.enrolled = l.recognised
        )
),

only_run AS (
    SELECT
        solution_id,
        any_value(run_id) AS run_id,
        CASE WHEN count(*) = 1 THEN any_value(wave) END AS wave
    FROM joint_rollout
    GROUP BY solution_id
    HAVING count(DISTINCT run_id) = 1
)

SELECT
    s.as_of,
    s.solution_id,
    r.municipality_code,
    s.all_enrolled AS enrolled,
    CASE WHEN s.all_enrolled THEN o.run_id END AS run_id,
    CASE WHEN s.all_enrolled THEN o.wave END AS wave,
    s.source_path,
    s.source_row
FROM settled AS s
JOIN resolved_row AS r
    ON s.as_of = r.as_of
    AND s.solution_id = r.solution_id
    AND s.digi_region = r.printed_region
    AND r.evidence = 'negative'
    AND r.outcome = 'accepted'
LEFT JOIN only_run AS o ON o.solution_id = s.solution_id
