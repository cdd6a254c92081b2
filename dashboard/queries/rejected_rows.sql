-- One row is a line that could not be read.
SELECT source_path, source_row, line, reason
FROM rejected_row
ORDER BY source_path, source_row
