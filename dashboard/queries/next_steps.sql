-- One row is a solution with prerequisites that is meant for a municipality and that it does not use. state:
-- ready, lacks or unknown; lacks, unclear: names of what it lacks, or is not known to use.
-- Parameter: municipality.
SELECT
    s.solution_id,
    s.short_name,
    CASE WHEN r.ready THEN 'ready' WHEN NOT r.ready THEN 'lacks' ELSE 'unknown' END AS state,
    array_to_string(r.lacks, ', ') AS lacks,
    array_to_string(r.unknown, ', ') AS unclear
FROM readiness AS r
JOIN solution AS s ON s.solution_id = r.solution_id
WHERE r.municipality_code = $municipality AND r.uses IS DISTINCT FROM true
ORDER BY s.sort_order
