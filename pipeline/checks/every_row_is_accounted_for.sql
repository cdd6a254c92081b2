-- A file whose rows are not all accepted, duplicate, under review, ignored or rejected.
SELECT path, rows_read, accepted, duplicate, review, ignored, rejected
FROM source_file
WHERE rows_read <> accepted + duplicate + review + ignored + rejected
