-- One row is a written decision, in the order of its file. name and county_name are NULL where it says
-- that the row means no municipality; in_conflict: rows that contradict another row of their file.
SELECT
    d.file_pattern,
    d.printed_name,
    d.digi_region,
    m.name,
    m.county_name,
    d.reason,
    d.decided_by,
    d.decided_on,
    d.matched,
    d.in_conflict
FROM decision AS d
LEFT JOIN municipality AS m USING (municipality_code)
ORDER BY d.line
