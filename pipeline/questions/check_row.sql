-- One row is a row of a source in the build to be that is under review or rejected. printed: its name, or
-- the line itself. Parameter: path.
SELECT
    source_row,
    outcome,
    reason,
    coalesce(printed_name, printed_code, printed_org_number, line) AS printed
FROM after.resolved_row
WHERE source_path = $path AND outcome IN ('review', 'rejected')
ORDER BY source_row
