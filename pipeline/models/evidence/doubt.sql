-- One row is a municipality that a row under review, or one that could not be read, could mean, of a file
-- that stands. Key: source_path, source_row, solution_id, municipality_code.
SELECT *
FROM possible
WHERE source_path IN (FROM standing)
