-- One row is what all files of one date together say of one municipality and solution.
-- Key: as_of, solution_id, municipality_code. The strongest owner decides (solution.authority) on the
-- stages its files can see: "not in use" from a report that sees only use does not deny an order. What is
-- said outweighs what follows from silence, but for two whole versions of one list: each of them was to name
-- everybody, so the silence of one denies what the other says. Files of one owner that contradict
-- each other leave the municipality unknown. short_sighted: not adopted, by reports none of which would have
-- seen an order. Most often one file alone speaks for a date: only where several do is there anything to
-- weigh.
WITH shared AS (
    SELECT as_of, solution_id
    FROM evidence
    GROUP BY ALL
    HAVING min(source_path) <> max(source_path)
),

-- Two files of one kind and owner that both name somebody are versions of one list; such that name nobody
-- in common are parts of it. The sheets of a workbook are one file.
version AS (
    SELECT DISTINCT e.solution_id, e.source_path, o.source_path AS other_path
    FROM evidence AS e
    JOIN shared AS m ON m.as_of = e.as_of AND m.solution_id = e.solution_id
    JOIN evidence AS o
        ON o.as_of = e.as_of
        AND o.solution_id = e.solution_id
        AND o.municipality_code = e.municipality_code
        AND o.kind = e.kind
        AND o.owner = e.owner
        AND split_part(o.source_path, '#', 1) <> split_part(e.source_path, '#', 1)
    WHERE e.source_row IS NOT NULL AND o.source_row IS NOT NULL
),

denied AS (
    SELECT DISTINCT v.source_path, v.solution_id, e.municipality_code
    FROM version AS v
    JOIN evidence AS e ON e.source_path = v.other_path AND e.solution_id = v.solution_id
    WHERE e.source_row IS NOT NULL
),

ranked AS (
    SELECT
        e.*,
        k.sees,
        dense_rank() OVER (
            PARTITION BY e.as_of, e.solution_id, e.municipality_code
            ORDER BY
                e.stage = 'unknown',
                coalesce(list_position(s.authority, e.owner), 99),
                e.source_row IS NULL AND d.source_path IS NULL
        ) AS place
    FROM evidence AS e
    LEFT JOIN denied AS d
        ON d.source_path = e.source_path
        AND d.solution_id = e.solution_id
        AND d.municipality_code = e.municipality_code
        AND e.source_row IS NULL
    JOIN shared AS m ON m.as_of = e.as_of AND m.solution_id = e.solution_id
    JOIN solution AS s ON s.solution_id = e.solution_id
    JOIN seed_kind AS k ON k.kind = e.kind
),

strongest AS (
    SELECT
        as_of,
        solution_id,
        municipality_code,
        CASE WHEN count(DISTINCT (stage, bound)) = 1 THEN any_value(stage)
            ELSE 'unknown' END AS stage,
        CASE WHEN bool_and(bound = 'at_least') THEN 'at_least' ELSE 'exact' END AS bound,
        any_value(sees) AS sees,
        arg_min({'path': source_path, 'line': source_row}, (source_path, source_row)) AS source,
        CASE WHEN count(DISTINCT activity) = 1 THEN any_value(activity) END AS activity,
        CASE WHEN count(DISTINCT activity_per_1000) = 1
            THEN any_value(activity_per_1000) END AS activity_per_1000
    FROM ranked
    WHERE place = 1
    GROUP BY ALL
),

next_strongest AS (
    SELECT
        as_of,
        solution_id,
        municipality_code,
        any_value(stage) AS stage,
        arg_min({'path': source_path, 'line': source_row}, (source_path, source_row)) AS source
    FROM ranked
    WHERE place > 1 AND stage NOT IN ('unknown', 'not_adopted')
    GROUP BY ALL
    HAVING count(DISTINCT stage) = 1
),

seen_without AS (
    SELECT DISTINCT as_of, solution_id, municipality_code
    FROM ranked
    WHERE stage = 'not_adopted' AND NOT is_short_sighted(stage, sees)
),

weighed AS (
    SELECT
        t.as_of,
        t.solution_id,
        t.municipality_code,
        coalesce(n.stage, t.stage) AS stage,
        t.bound,
        coalesce(n.source, t.source) AS source,
        is_short_sighted(t.stage, t.sees) AND n.stage IS NULL AND w.municipality_code IS NULL
            AS short_sighted,
        t.sees,
        t.activity,
        t.activity_per_1000
    FROM strongest AS t
    LEFT JOIN next_strongest AS n
        ON t.as_of = n.as_of
        AND t.solution_id = n.solution_id
        AND t.municipality_code = n.municipality_code
        AND t.stage = 'not_adopted'
        AND NOT list_contains(t.sees, n.stage)
    LEFT JOIN seen_without AS w
        ON t.as_of = w.as_of
        AND t.solution_id = w.solution_id
        AND t.municipality_code = w.municipality_code
)

SELECT * FROM weighed
UNION ALL BY NAME
SELECT
    e.as_of,
    e.solution_id,
    e.municipality_code,
    e.stage,
    e.bound,
    {'path': e.source_path, 'line': e.source_row} AS source,
    e.activity,
    e.activity_per_1000,
    is_short_sighted(e.stage, k.sees) AS short_sighted,
    k.sees
FROM evidence AS e
ANTI JOIN shared AS m ON m.as_of = e.as_of AND m.solution_id = e.solution_id
JOIN seed_kind AS k ON k.kind = e.kind
