-- One row is a source with rows of municipalities outside its scope, which do not count; first: some of them.
SELECT
    r.source_path AS path,
    min(r.source_row) AS source_row,
    count(*) AS rows,
    list(DISTINCT coalesce(r.printed_name, r.printed_code, r.printed_org_number))[:5] AS first
FROM resolved_row AS r
JOIN reach AS h ON h.source_path = r.source_path AND h.solution_id = r.solution_id
ANTI JOIN covered AS z ON z.source_path = r.source_path AND z.municipality_code = r.municipality_code
WHERE NOT h.whole AND r.municipality_code IS NOT NULL AND r.outcome = 'accepted'
GROUP BY ALL
ORDER BY ALL
