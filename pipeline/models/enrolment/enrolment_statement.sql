-- One row is what a list says of a municipality in a run. Key: source_path, source_row. file: the path, of the
-- workbook where it is a sheet; said_as_of: the date of the list.
SELECT
    r.solution_id,
    r.municipality_code,
    r.as_of AS said_as_of,
    split_part(r.source_path, '#', 1) AS file,
    e.* EXCLUDE (fault, contact_withheld)
FROM resolved_row AS r
JOIN enrolment_row AS e ON e.source_path = r.source_path AND e.source_row = r.source_row
WHERE r.outcome = 'accepted' AND r.municipality_code IS NOT NULL AND r.source_path IN (FROM standing)
