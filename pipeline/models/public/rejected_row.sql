-- One row is a line that could not be read, with its text. Key: source_path, source_row.
SELECT source_path, source_row, line, reason
FROM resolved_row
WHERE outcome = 'rejected'
ORDER BY source_path, source_row
