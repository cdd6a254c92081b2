-- One row is a solution with prerequisites that is meant for a municipality and that it does not use. state:
-- ready, lacks or unknown; lacks, unclear: names of what it lacks, or is not known to use.
-- Parameter: municipality.
SELECT
    s.solution_id,
    s.short_name,
    CASE WHEN r.ready THEN 'ready' WHEN NOT r.ready THEN 'lacks' ELSE 'unknown' END AS state,
    (
        SELECT coalesce(string_agg(o.short_name, ', ' ORDER BY o.sort_order), '')
        FROM solution AS o
        WHERE list_contains(r.lacks, o.solution_id)
    ) AS lacks,
    (
        SELECT coalesce(string_agg(o.short_name, ', ' ORDER BY o.sort_order), '')
        FROM solution AS o
        WHERE list_contains(r.unknown, o.solution_id)
    ) AS unclear
FROM readiness AS r
JOIN solution AS s ON s.solution_id = r.solution_id
WHERE r.municipality_code = $municipality AND r.uses IS DISTINCT FROM true
ORDER BY s.sort_order
