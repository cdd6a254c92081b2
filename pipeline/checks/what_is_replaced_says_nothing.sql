-- Something that rests on a file that a later one has replaced.
SELECT f.path, f.replaced_by
FROM source_file AS f
WHERE f.replaced_by IS NOT NULL
    AND (
        f.path IN (SELECT source_path FROM evidence)
        OR f.path IN (SELECT source_path FROM enrolment)
        OR f.path IN (SELECT source_path FROM control_total)
        OR f.path IN (SELECT source_path FROM review)
        OR f.path IN (SELECT source_path FROM doubt)
    )
