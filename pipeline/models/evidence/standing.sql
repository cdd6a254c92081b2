-- One row is a file that counts: it is neither held back, unusable nor replaced. Key: source_path.
SELECT source_path
FROM verdict
WHERE stands
