-- One row is what a list says of a solution, beside the list of the same kind and owner before it. Key: path,
-- solution_id. named: municipalities that its rows tell of; of: those that the solution is meant for;
-- forward, back, changed_silently: those whose known stage is another now, by a row or by silence alone;
-- named_before and lost: those that rows told of before, within its scope, and those of them that no row
-- tells of now; same: nothing at all is otherwise. before is NULL for the first list.
-- Parameter: without, the paths that do not count.
WITH listing AS (
    SELECT r.source_path, r.solution_id, r.whole, s.kind, s.owner, s.as_of
    FROM reach AS r
    JOIN source AS s ON s.path = r.source_path
    JOIN seed_kind AS k ON k.kind = s.kind
    WHERE k.evidence IN ('positive', 'negative', 'status') AND NOT list_contains($without::VARCHAR[], r.source_path)
),

-- A day of a kind, owner and solution, most often with one file; numbered, for so many rows go by it.
day AS MATERIALIZED (
    SELECT
        *,
        row_number() OVER () AS day,
        lag(as_of) OVER in_time AS before
    FROM (
        SELECT kind, owner, solution_id, as_of, count(*) AS files FROM listing GROUP BY ALL
    )
    WINDOW in_time AS (PARTITION BY kind, owner, solution_id ORDER BY as_of)
),

numbered AS MATERIALIZED (
    SELECT l.source_path, l.solution_id, l.whole, d.day, d.files, b.day AS day_before
    FROM listing AS l
    JOIN day AS d USING (kind, owner, solution_id, as_of)
    LEFT JOIN day AS b
        ON b.kind = d.kind AND b.owner = d.owner AND b.solution_id = d.solution_id AND b.as_of = d.before
),

said AS (
    SELECT
        n.day,
        n.day_before,
        n.files,
        t.source_path,
        t.municipality_code,
        t.source_row IS NOT NULL AS said,
        t.stage,
        stage_rank(t.stage) AS place,
        t.activity
    FROM statement AS t
    JOIN numbered AS n ON n.source_path = t.source_path AND n.solution_id = t.solution_id
),

-- Of several files of a day, what a row says goes before silence.
told AS MATERIALIZED (
    FROM said WHERE files = 1

    UNION ALL

    FROM said
    WHERE files > 1
    QUALIFY row_number() OVER (
        PARTITION BY day, municipality_code ORDER BY NOT said, source_path) = 1
),

changes AS (
    SELECT
        n.day,
        n.source_path AS path,
        count(*) FILTER (n.said) AS named,
        count(*) FILTER (n.said AND o.said) AS kept,
        count(*) FILTER (n.said AND n.place > o.place) AS forward,
        count(*) FILTER (n.said AND n.place < o.place) AS back,
        count(*) FILTER (NOT n.said AND n.place <> o.place) AS changed_silently,
        bool_and(
            n.said IS NOT DISTINCT FROM o.said
            AND n.stage IS NOT DISTINCT FROM o.stage
            AND n.activity IS NOT DISTINCT FROM o.activity) AS same
    FROM told AS n
    LEFT JOIN told AS o ON o.day = n.day_before AND o.municipality_code = n.municipality_code
    GROUP BY ALL
),

of_day AS (
    SELECT day, sum(named)::BIGINT AS named, sum(kept)::BIGINT AS kept FROM changes GROUP BY ALL
),

-- Of a list of a part of the country, only those who are in its scope could have stood on it.
in_scope AS (
    SELECT
        n.source_path AS path,
        n.day,
        count(*) AS named_before,
        count(*) FILTER (NOT coalesce(t.said, false)) AS lost
    FROM numbered AS n
    JOIN told AS o ON o.day = n.day_before
    JOIN covered AS z ON z.source_path = n.source_path AND z.municipality_code = o.municipality_code
    LEFT JOIN told AS t ON t.day = n.day AND t.municipality_code = o.municipality_code
    WHERE NOT n.whole AND o.said
    GROUP BY ALL
),

meant_for AS (
    SELECT solution_id, count(*) AS of FROM solution_municipality GROUP BY ALL
)

SELECT
    c.* EXCLUDE (day, kept),
    d.kind,
    d.owner,
    d.solution_id,
    d.as_of,
    d.before,
    m.of,
    s.short_name AS solution,
    coalesce(CASE WHEN n.whole THEN b.named ELSE k.named_before END, 0) AS named_before,
    coalesce(CASE WHEN n.whole THEN b.named - t.kept ELSE k.lost END, 0) AS lost
FROM changes AS c
JOIN day AS d ON d.day = c.day
JOIN meant_for AS m ON m.solution_id = d.solution_id
JOIN solution AS s ON s.solution_id = d.solution_id
JOIN numbered AS n ON n.source_path = c.path AND n.day = c.day
JOIN of_day AS t ON t.day = c.day
LEFT JOIN of_day AS b ON b.day = n.day_before
LEFT JOIN in_scope AS k ON k.path = c.path AND k.day = c.day
ORDER BY d.as_of, c.path, s.sort_order
