-- One row is another source that is the same to the byte, the same sheet of it, the one of the same date first.
-- Parameters: path, sha256, as_of.
SELECT path, as_of
FROM after.source_file
WHERE sha256 = $sha256
    AND split_part(path, '#', 1) <> split_part($path, '#', 1)
    AND split_part(path, '#', 2) = split_part($path, '#', 2)
    AND replaced_by IS NULL
ORDER BY as_of IS DISTINCT FROM $as_of, path
LIMIT 1
