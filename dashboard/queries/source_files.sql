-- One row is a source file with its row accounting.
SELECT
    path, title, as_of, complete, rows_read, accepted, duplicate, review, ignored, rejected, note,
    problem, replaced_by, corrects, verdict, stands, scope
FROM source_file
ORDER BY as_of DESC NULLS FIRST, path
