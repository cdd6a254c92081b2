-- One row is a written decision. Key: line, its line in decisions.csv. digi_region is NULL for any,
-- municipality_code NULL for "no municipality". matched: the rows under review that it was applied to;
-- in_conflict: those of them that contradict another row of their file, and so are under review still.
SELECT
    d.line,
    d.file_pattern,
    d.printed_name,
    d.digi_region,
    d.municipality_code,
    d.decided_by,
    d.decided_on,
    d.reason,
    count(r.source_row) AS matched,
    count(*) FILTER (r.outcome = 'review') AS in_conflict
FROM seed_decision AS d
LEFT JOIN resolved_row AS r ON r.decision = d.line
GROUP BY ALL
ORDER BY d.line
