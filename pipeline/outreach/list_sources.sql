-- One row is a source that the figures of a solution rest on by its date. Parameters: solutions,
-- with_required (what they require is told of too), as_of (NULL: the latest).
WITH spoken_of AS (
    SELECT unnest([solution_id] || CASE WHEN $with_required THEN requires ELSE [] END) AS solution_id
    FROM solution
    WHERE list_contains($solutions::VARCHAR[], solution_id)
),

used AS (
    SELECT a.solution_id, unnest([a.source_path, a.enrolment_source]) AS path
    FROM adoption AS a
    JOIN spoken_of AS s ON s.solution_id = a.solution_id
    JOIN solution_date AS d ON d.solution_id = a.solution_id AND d.as_of = a.as_of
    WHERE is_date_for($as_of, d.as_of, d.until, d.is_latest)
)

SELECT DISTINCT u.solution_id, coalesce(f.source, f.title) AS source, f.as_of
FROM used AS u
JOIN source_file AS f ON f.path = u.path
ORDER BY f.as_of DESC, source, u.solution_id
