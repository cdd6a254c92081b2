-- One row is what became of rows of a source that nobody can use as they are: under review or rejected.
-- conflicts: those that contradict each other; decidable: those that a written decision can settle; unknown: those of which nobody knows whom they mean; first: some of them.
SELECT
    source_path AS path,
    outcome,
    count(*) AS rows,
    count(*) FILTER (decidable) AS decidable,
    count(*) FILTER (reason = 'conflict') AS conflicts,
    count(*) FILTER ((outcome = 'rejected' AND len(could_mean) = 0) OR reason IN ('unknown_name', 'ambiguous')) AS unknown,
    list({
        'source_row': source_row, 'reason': reason,
        'printed': coalesce(printed_name, printed_code, printed_org_number, line)
    } ORDER BY source_row)[:5] AS first
FROM resolved_row
WHERE outcome IN ('review', 'rejected')
GROUP BY ALL
ORDER BY ALL
