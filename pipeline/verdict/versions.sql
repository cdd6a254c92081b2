-- One row is two whole files of one kind, date and owner that both name somebody, so that one may be meant to
-- correct the other. solutions: the names of those that they share. differ: how many municipalities one of
-- them says something else of than the other; the silence of a whole list says something too.
WITH paired AS (
    SELECT h.kind, h.as_of, h.owner, a.path, b.path AS other, h.solutions
    FROM side_by_side AS h
    JOIN source AS a ON list_contains(h.paths, split_part(a.path, '#', 1))
    JOIN source AS b ON list_contains(h.paths, split_part(b.path, '#', 1))
    WHERE split_part(a.path, '#', 1) < split_part(b.path, '#', 1)
        AND (a.kind, a.as_of, a.owner) = (h.kind, h.as_of, h.owner)
        AND (b.kind, b.as_of, b.owner) = (h.kind, h.as_of, h.owner)
        AND a.replaced_by IS NULL AND b.replaced_by IS NULL
),

compared AS (
    SELECT
        p.path,
        p.other,
        count(*) FILTER (t.source_row IS NOT NULL AND o.source_row IS NOT NULL) AS shared,
        count(*) FILTER (t.stage <> o.stage AND 'unknown' NOT IN (t.stage, o.stage)) AS differ
    FROM paired AS p
    JOIN statement AS t ON t.source_path = p.path
    JOIN statement AS o
        ON o.source_path = p.other
        AND o.solution_id = t.solution_id
        AND o.municipality_code = t.municipality_code
    GROUP BY ALL
)

SELECT p.path, p.other, p.solutions, coalesce(CASE WHEN c.shared > 0 THEN c.differ END, 0) AS differ
FROM paired AS p
LEFT JOIN compared AS c USING (path, other)
ORDER BY ALL
