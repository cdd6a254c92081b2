-- One row is something that happened to a municipality in a joint rollout, the newest first; first_as_of
-- is the date of the first list that says so. Parameter: municipality.
SELECT
    s.short_name,
    r.name AS run_name,
    h.wave,
    h.event,
    h.event_on,
    h.source_path,
    h.source_row,
    h.first_as_of
FROM enrolment_history AS h
JOIN solution AS s ON s.solution_id = h.solution_id
JOIN (SELECT DISTINCT run_id, name FROM joint_rollout) AS r ON r.run_id = h.run_id
WHERE h.municipality_code = $municipality
ORDER BY coalesce(h.event_on, h.first_as_of) DESC, s.sort_order
