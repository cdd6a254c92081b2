-- One row is a municipality that a solution with prerequisites is meant for. Key: solution_id,
-- municipality_code. ready: it uses every required solution by the latest that is known; false when it
-- lacks one, NULL when one is unknown and none is lacking. lacks, unknown: names of those solutions.
-- uses: it uses the solution itself already; NULL where that is not known.
WITH latest AS (
    SELECT a.solution_id, a.municipality_code, a.stage
    FROM adoption AS a
    JOIN solution_date AS d ON d.solution_id = a.solution_id AND d.as_of = a.as_of AND d.is_latest
),

required AS (
    SELECT s.solution_id, g.municipality_code, unnest(s.requires) AS required_id
    FROM solution AS s
    JOIN solution_municipality AS g USING (solution_id)
),

judged AS (
    SELECT
        r.solution_id,
        r.municipality_code,
        lacked(s.short_name, s.sort_order, l.stage) AS lacks,
        unclear(s.short_name, s.sort_order, l.stage) AS unknown
    FROM required AS r
    JOIN solution AS s ON s.solution_id = r.required_id
    LEFT JOIN latest AS l
        ON l.solution_id = r.required_id AND l.municipality_code = r.municipality_code
    GROUP BY ALL
)

SELECT
    j.solution_id,
    j.municipality_code,
    CASE WHEN len(j.lacks) > 0 THEN false WHEN len(j.unknown) = 0 THEN true END AS ready,
    j.lacks,
    j.unknown,
    nullif(o.stage, 'unknown') = 'in_use' AS uses
FROM judged AS j
LEFT JOIN latest AS o
    ON o.solution_id = j.solution_id AND o.municipality_code = j.municipality_code
ORDER BY ALL
