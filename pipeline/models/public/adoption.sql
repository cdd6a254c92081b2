-- One row is a municipality's stage for a solution on a date on which any source speaks of that
-- solution. Key: as_of, solution_id, municipality_code. The stage is the latest evidence not after the
-- date; "at least" evidence raises a stage and never lowers one, and a short-sighted "not adopted" does
-- not lower a stage that its report cannot see. evidence_as_of, source_path and source_row say what the
-- stage rests on; source_row is NULL where a complete file's silence does. enrolment_list is the date of
-- the list that enrolled rests on, NULL where it rests on published counts.
WITH grid AS (
    SELECT m.as_of, m.solution_id, g.municipality_code
    FROM solution_date AS m
    JOIN solution_municipality AS g ON g.solution_id = m.solution_id
),

-- What was last said, before a short-sighted report, by anything that sees further.
before AS (
    SELECT n.as_of, n.solution_id, n.municipality_code, s.as_of AS said_as_of, s.stage, s.source
    FROM evidence_of_day AS n
    ASOF JOIN (FROM evidence_of_day WHERE NOT short_sighted) AS s
        ON s.solution_id = n.solution_id
        AND s.municipality_code = n.municipality_code
        AND s.as_of < n.as_of
    WHERE n.short_sighted
        AND is_hidden(s.stage, n.sees)
),

known AS (
    SELECT
        g.as_of,
        g.solution_id,
        g.municipality_code,
        e.bound,
        e.activity,
        e.activity_per_1000,
        stage_rank(coalesce(b.stage, e.stage)) AS place,
        coalesce(b.source, e.source) AS source,
        coalesce(b.said_as_of, e.as_of) AS source_as_of,
        count(*) FILTER (e.bound = 'exact') OVER so_far AS chapter
    FROM grid AS g
    LEFT JOIN evidence_of_day AS e USING (as_of, solution_id, municipality_code)
    LEFT JOIN before AS b USING (as_of, solution_id, municipality_code)
    WINDOW so_far AS (
        PARTITION BY g.solution_id, g.municipality_code ORDER BY g.as_of
        ROWS UNBOUNDED PRECEDING
    )
),

-- Within a chapter, which an exact statement opens, only "at least" statements follow.
raised AS (
    SELECT
        *,
        max(place) OVER so_far AS place_now
    FROM known
    WINDOW so_far AS (
        PARTITION BY solution_id, municipality_code, chapter ORDER BY as_of
        ROWS UNBOUNDED PRECEDING
    )
),

grounded AS (
    SELECT
        *,
        last_value(
            CASE WHEN source IS NOT NULL AND place IS NOT DISTINCT FROM place_now
                THEN {'as_of': source_as_of, 'path': source.path, 'line': source.line} END
            IGNORE NULLS
        ) OVER (
            PARTITION BY solution_id, municipality_code, chapter ORDER BY as_of
            ROWS UNBOUNDED PRECEDING
        ) AS ground
    FROM raised
)

SELECT
    a.as_of,
    a.solution_id,
    a.municipality_code,
    coalesce(stage_of_rank(a.place_now), 'unknown') AS stage,
    e.enrolled,
    e.run_id,
    e.wave,
    e.enrolled_date,
    e.completed,
    e.enrolment_list,
    CASE WHEN e.enrolment_list IS NOT NULL THEN e.source_path END AS enrolment_source,
    a.activity,
    a.activity_per_1000,
    a.ground.path AS source_path,
    a.ground.line AS source_row,
    a.ground.as_of AS evidence_as_of
FROM grounded AS a
ASOF LEFT JOIN enrolment AS e
    ON a.solution_id = e.solution_id
    AND a.municipality_code = e.municipality_code
    AND a.as_of >= e.as_of
ORDER BY a.solution_id, a.as_of, a.municipality_code
