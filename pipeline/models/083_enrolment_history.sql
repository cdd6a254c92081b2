-- One row is something that happened to a municipality in a joint rollout. Key: solution_id,
-- municipality_code, run_id, wave, event, event_on. event: enrolled, withdrawn or completed; event_on: its
-- day, NULL where no list gives it. first_as_of and last_as_of: the lists that say so; source_path and
-- source_row: the first of them. Nothing here is taken away by a later list.
SELECT
    r.solution_id,
    r.municipality_code,
    e.run_id,
    e.wave,
    e.event,
    e.event_on,
    min(e.enrolled_on) AS enrolled_on,
    min(r.as_of) AS first_as_of,
    max(r.as_of) AS last_as_of,
    arg_min(r.source_path, (r.as_of, r.source_path, r.source_row)) AS source_path,
    arg_min(r.source_row, (r.as_of, r.source_path, r.source_row)) AS source_row
FROM resolved_row AS r
JOIN enrolment_row AS e ON e.source_path = r.source_path AND e.source_row = r.source_row
WHERE r.outcome = 'accepted' AND r.municipality_code IS NOT NULL AND r.stands
GROUP BY ALL
ORDER BY r.solution_id, r.municipality_code, min(r.as_of), e.event_on
