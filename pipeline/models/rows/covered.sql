-- One row is a municipality that a file can speak of, of a file that cannot speak of everybody. Key: source_path,
-- municipality_code.
SELECT source_path, municipality_code
FROM seed_scope
