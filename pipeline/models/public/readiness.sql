-- One row is a municipality that a solution with prerequisites is meant for. Key: solution_id,
-- municipality_code. ready: it uses every required solution by the latest that is known; false when it
-- lacks one, NULL when one is unknown and none is lacking. lacks, unknown: ids of those solutions.
-- uses: it uses the solution itself already; NULL where that is not known.
WITH latest AS (
    SELECT solution_id, municipality_code, arg_max(stage, as_of) AS stage
    FROM adoption
    GROUP BY ALL
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
        coalesce(list(r.required_id ORDER BY r.required_id)
            FILTER (l.stage NOT IN ('in_use', 'unknown')), []) AS lacks,
        coalesce(list(r.required_id ORDER BY r.required_id)
            FILTER (coalesce(l.stage, 'unknown') = 'unknown'), []) AS unknown
    FROM required AS r
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
