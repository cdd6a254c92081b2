-- One row is a municipality of a region for which the number of enrolled ones was published.
-- Key: as_of, solution_id, municipality_code. Published counts name nobody, but two of them leave no
-- choice: as many enrolled as the whole list of the region, every name on it sure (all of them are),
-- and none enrolled (none of them is). A count that leaves a choice makes enrolled NULL for its whole
-- region, whatever an earlier count said. The run is the solution's own when it has only one.
WITH listed AS (
    SELECT
        as_of,
        solution_id,
        printed_region AS digi_region,
        count(*) AS rows_listed,
        count(DISTINCT municipality_code) AS recognised
    FROM resolved_row
    WHERE evidence = 'negative' AND outcome IN ('accepted', 'duplicate', 'review') AND source_path IN (FROM standing)
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
    WHERE evidence = 'totals' AND outcome = 'accepted' AND source_path IN (FROM standing)
    GROUP BY ALL
),

judged AS (
    SELECT
        p.*,
        coalesce(
            p.enrolled = p.not_adopted
            AND p.enrolled = l.rows_listed
            AND p.enrolled = l.recognised,
            false) AS all_enrolled,
        p.enrolled = 0 AS none_enrolled
    FROM published AS p
    LEFT JOIN listed AS l USING (as_of, solution_id, digi_region)
    WHERE p.enrolled IS NOT NULL AND p.digi_region <> 'Hele landet'
),

on_list AS (
    SELECT DISTINCT as_of, solution_id, municipality_code
    FROM resolved_row
    WHERE evidence = 'negative' AND outcome = 'accepted' AND source_path IN (FROM standing)
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
    j.as_of,
    j.solution_id,
    g.municipality_code,
    CASE
        WHEN l.municipality_code IS NULL THEN NULL
        WHEN j.none_enrolled THEN false
        WHEN j.all_enrolled THEN true
    END AS enrolled,
    CASE WHEN j.all_enrolled AND NOT j.none_enrolled AND l.municipality_code IS NOT NULL
        THEN o.run_id END AS run_id,
    CASE WHEN j.all_enrolled AND NOT j.none_enrolled AND l.municipality_code IS NOT NULL
        THEN o.wave END AS wave,
    j.source_path,
    j.source_row
FROM judged AS j
JOIN solution_municipality AS g
    ON g.solution_id = j.solution_id AND g.digi_region = j.digi_region
LEFT JOIN on_list AS l
    ON l.as_of = j.as_of
    AND l.solution_id = j.solution_id
    AND l.municipality_code = g.municipality_code
LEFT JOIN only_run AS o ON o.solution_id = j.solution_id
