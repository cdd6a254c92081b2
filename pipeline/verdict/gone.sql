-- One row is a whole list that is silent of solutions which the list of that kind and owner before it, or the
-- one that it replaces, spoke of. rows: those of these solutions; rows_before: all of that list. Parameter: without, the paths that do not count.
WITH spoken_of AS (
    SELECT s.kind, s.owner, s.as_of, s.path, s.replaced_by, s.complete, r.solution_id, r.rows,
        sum(r.rows) OVER (PARTITION BY s.path) AS rows_before
    FROM source AS s
    JOIN (
        SELECT source_path, solution_id, count(*) AS rows
        FROM resolved_row
        WHERE solution_id IS NOT NULL
        GROUP BY ALL
    ) AS r ON r.source_path = s.path
),

counting AS (
    FROM spoken_of WHERE NOT list_contains($without::VARCHAR[], path)
),

day AS (
    SELECT *, lag(as_of) OVER (PARTITION BY kind, owner ORDER BY as_of) AS before
    FROM (SELECT DISTINCT kind, owner, as_of FROM counting)
)

SELECT
    n.path,
    o.path AS before,
    o.as_of,
    sum(o.rows)::BIGINT AS rows,
    any_value(o.rows_before)::BIGINT AS rows_before,
    list(DISTINCT s.short_name ORDER BY s.short_name COLLATE nb) AS solutions
FROM (SELECT DISTINCT kind, owner, as_of, path FROM counting WHERE complete) AS n
JOIN day AS d USING (kind, owner, as_of)
JOIN spoken_of AS o ON o.kind = n.kind AND o.owner = n.owner
JOIN solution AS s ON s.solution_id = o.solution_id
WHERE (o.replaced_by = n.path OR (o.as_of = d.before AND NOT list_contains($without::VARCHAR[], o.path)))
    AND o.solution_id NOT IN (
        SELECT c.solution_id FROM counting AS c WHERE c.kind = n.kind AND c.owner = n.owner AND c.as_of = n.as_of)
GROUP BY ALL
ORDER BY ALL
