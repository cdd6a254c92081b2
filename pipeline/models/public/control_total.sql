-- One row is a published count beside the program's own. Key: source_path, solution_id, list,
-- digi_region. counted: rows of the lists for that date; recognised: different municipalities among
-- them; published_parts (nation only): the sum of the published regions. counted is NULL where no list
-- of names exists to count, and 0 where one does that could name the solution and does not. difference = counted - published; differs: there is one, or the published
-- regions do not add up to the published nation.
WITH published AS (
    SELECT source_path, as_of, solution_id, list, printed_region AS digi_region, count AS published
    FROM resolved_row
    WHERE evidence = 'totals' AND outcome = 'accepted' AND source_path IN (FROM standing)
),

listed AS (
    SELECT
        as_of,
        solution_id,
        stage AS list,
        coalesce(printed_region, 'Hele landet') AS digi_region,
        count(*) AS counted,
        count(DISTINCT municipality_code) AS recognised
    FROM resolved_row
    WHERE evidence = 'negative' AND outcome IN ('accepted', 'duplicate', 'review') AND source_path IN (FROM standing)
    GROUP BY GROUPING SETS ((as_of, solution_id, stage, printed_region), (as_of, solution_id, stage))
),

-- solution_id is NULL for a list that may speak of any solution.
counting AS (
    SELECT DISTINCT r.as_of, r.stage AS list, k.solution_id
    FROM resolved_row AS r
    JOIN seed_kind AS k ON k.kind = r.kind
    WHERE r.evidence = 'negative' AND r.outcome IN ('accepted', 'duplicate', 'review') AND r.source_path IN (FROM standing)
),

compared AS (
    SELECT
        p.*,
        coalesce(l.counted, CASE WHEN EXISTS (
            FROM counting AS c
            WHERE c.as_of = p.as_of
                AND c.list = p.list
                AND coalesce(c.solution_id, p.solution_id) = p.solution_id
        ) THEN 0 END) AS counted,
        l.recognised
    FROM published AS p
    LEFT JOIN listed AS l
        ON p.as_of = l.as_of
        AND p.solution_id = l.solution_id
        AND p.list = l.list
        AND p.digi_region = l.digi_region
),

parts AS (
    SELECT source_path, solution_id, list, sum(published) AS published_parts
    FROM published
    WHERE digi_region <> 'Hele landet'
    GROUP BY ALL
)

SELECT
    p.source_path,
    p.solution_id,
    p.list,
    p.digi_region,
    p.published::BIGINT AS published,
    p.counted,
    (p.counted - p.published)::BIGINT AS difference,
    p.recognised,
    CASE p.digi_region WHEN 'Hele landet' THEN s.published_parts END::BIGINT AS published_parts,
    p.as_of,
    coalesce(p.counted <> p.published, false)
        OR coalesce(p.digi_region = 'Hele landet' AND p.published <> s.published_parts, false)
        AS differs
FROM compared AS p
LEFT JOIN parts AS s
    ON p.source_path = s.source_path AND p.solution_id = s.solution_id AND p.list = s.list

UNION ALL

SELECT
    t.source_path,
    k.solution_id,
    'total_row' AS list,
    'Hele landet' AS digi_region,
    t.published::BIGINT,
    t.counted::BIGINT,
    (t.counted - t.published)::BIGINT,
    NULL::BIGINT AS recognised,
    NULL::BIGINT AS published_parts,
    f.as_of,
    coalesce(t.counted <> t.published, false) AS differs
FROM file_total AS t
JOIN source_file AS f ON f.path = t.source_path
JOIN seed_kind AS k ON k.kind = f.kind
WHERE f.replaced_by IS NULL
ORDER BY ALL
