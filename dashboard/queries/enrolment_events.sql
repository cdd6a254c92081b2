-- One row is something that happened to a municipality in a joint rollout, the newest first; first_as_of
-- is the date of the first list that says so. event left_out: a newer whole list of the run no longer names
-- it, so source_row is NULL. Parameter: municipality.
WITH event AS (
    SELECT solution_id, run_id, wave, event, event_on, source_path, source_row, first_as_of
    FROM enrolment_history
    WHERE municipality_code = $municipality
    UNION ALL
    SELECT DISTINCT
        solution_id, run_id, wave, 'left_out', NULL, left_out.path, NULL, left_out.as_of
    FROM enrolment_of_run
    WHERE municipality_code = $municipality AND left_out IS NOT NULL
)

SELECT
    s.short_name,
    r.name AS run_name,
    e.* EXCLUDE (solution_id, run_id)
FROM event AS e
JOIN solution AS s ON s.solution_id = e.solution_id
JOIN (SELECT DISTINCT run_id, name FROM joint_rollout) AS r ON r.run_id = e.run_id
ORDER BY coalesce(e.event_on, e.first_as_of) DESC, s.sort_order
