-- One row is a solution that a file speaks of. Key: source_path, solution_id. whole: the file can speak of
-- everybody whom the solution is meant for; else only of those in covered, and scope says in words who that
-- is. A list that goes by its region column is whole where a total for the country was published beside it
-- (or its sidecar names the file) that its own rows agree with within 5 %.
WITH spoken_of AS (
    SELECT
        source_path,
        solution_id,
        CASE any_value(evidence) WHEN 'enrolment' THEN 'enrolled' ELSE any_value(stage) END AS list,
        count(*) FILTER (outcome IN ('accepted', 'review')) AS counted
    FROM resolved_row
    WHERE solution_id IS NOT NULL AND evidence <> 'totals' AND outcome <> 'rejected'
    GROUP BY source_path, solution_id
),

published AS (
    SELECT DISTINCT source_path AS path, as_of, solution_id, list, count AS published
    FROM resolved_row
    WHERE evidence = 'totals' AND outcome = 'accepted' AND printed_region = 'Hele landet'
)

SELECT
    o.source_path,
    o.solution_id,
    NOT s.limited OR bool_or(coalesce(abs(o.counted - p.published) <= 0.05 * p.published, false)) AS whole,
    CASE WHEN NOT whole THEN s.scope END AS scope
FROM spoken_of AS o
JOIN seed_source AS s ON s.path = o.source_path
LEFT JOIN published AS p
    ON s.widens
    AND p.as_of = s.as_of
    AND p.solution_id = o.solution_id
    AND p.list = o.list
    AND (
        parse_dirpath(p.path) = parse_dirpath(s.path)
        OR p.path IN (s.totals, parse_dirpath(s.path) || '/' || s.totals))
GROUP BY o.source_path, o.solution_id, s.limited, s.scope
