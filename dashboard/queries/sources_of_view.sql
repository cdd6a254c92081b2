-- One row is a source that the figures of a solution and date rest on. Parameters: solution, as_of.
SELECT DISTINCT coalesce(f.source, f.title) AS source, f.as_of
FROM source_file AS f
WHERE f.path IN (
    SELECT source_path FROM adoption WHERE solution_id = $solution AND as_of = $as_of
    UNION
    SELECT enrolment_source FROM adoption WHERE solution_id = $solution AND as_of = $as_of
)
ORDER BY f.as_of DESC, source
