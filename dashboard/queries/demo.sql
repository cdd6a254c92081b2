-- One row: whether the warehouse holds a demo file, so that everything shown must say so.
SELECT coalesce(bool_or(demo), false) AS demo
FROM source_file
