-- One row is what one file that stands says of one municipality and solution. Key: source_path, solution_id,
-- municipality_code.
SELECT *
FROM statement
WHERE source_path IN (FROM standing)
