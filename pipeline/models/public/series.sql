-- One row is a count of municipalities in the whole country on a date: from the lists, or as published
-- where no list of that month exists. Key: as_of, solution_id, measure. measure: a stage past the first,
-- adopted (lists only: what the solution counts as adopted, or further) and ambition. definition: what
-- was counted; differs: that is not what the solution counts as adopted today, so the point must not be
-- joined with the others. published: not counted by this program. unknown: municipalities that the lists
-- say nothing of. A published month is its last day, as in the lists.
WITH listed AS (
    UNPIVOT (
        SELECT c.*, s.adopted_means
        FROM coverage AS c
        JOIN solution AS s ON s.solution_id = c.solution_id
        WHERE c.digi_region = 'Hele landet'
    )
    ON COLUMNS(lambda name: name = 'adopted' OR stage_rank(name) > 0)
    INTO NAME measure VALUE count
),

list_source AS (
    SELECT
        a.as_of,
        a.solution_id,
        string_agg(DISTINCT coalesce(f.source, f.title), '; ' ORDER BY coalesce(f.source, f.title))
            AS source
    FROM (SELECT DISTINCT as_of, solution_id, source_path FROM adoption) AS a
    JOIN source_file AS f ON f.path = a.source_path
    GROUP BY ALL
),

published AS (
    SELECT
        last_day(as_of) AS as_of,
        solution_id,
        counts AS measure,
        published AS count,
        source,
        note,
        definition
    FROM national_figure
    WHERE stage_rank(counts) > 0
)

SELECT
    l.as_of,
    l.solution_id,
    l.measure,
    l.count,
    f.source,
    NULL::VARCHAR AS note,
    CASE l.measure WHEN 'adopted' THEN l.adopted_means ELSE l.measure END AS definition,
    l.measure NOT IN ('adopted', l.adopted_means) AS differs,
    false AS published,
    l.municipalities,
    l.unknown
FROM listed AS l
LEFT JOIN list_source AS f USING (as_of, solution_id)

UNION ALL

SELECT
    p.as_of,
    p.solution_id,
    p.measure,
    p.count,
    p.source,
    p.note,
    coalesce(p.definition, p.measure) AS definition,
    coalesce(p.definition, p.measure) <> s.adopted_means AS differs,
    true AS published,
    NULL AS municipalities,
    NULL AS unknown
FROM published AS p
JOIN solution AS s ON s.solution_id = p.solution_id
WHERE (p.as_of, p.solution_id) NOT IN (SELECT (as_of, solution_id) FROM coverage)

UNION ALL

SELECT
    due AS as_of,
    solution_id,
    'ambition' AS measure,
    count,
    source,
    note,
    NULL AS definition,
    false AS differs,
    true AS published,
    NULL AS municipalities,
    NULL AS unknown
FROM ambition
ORDER BY ALL
