-- One row is a file in the raw folder. Key: path.
-- rows_read = accepted + duplicate + review + ignored + rejected. A file that could not be used has
-- no kind, no rows, and a problem in one sentence. One that a later file corrects has the path of that
-- file in replaced_by: its rows are accounted for here and count nowhere else. corrects: the file that it
-- replaces because their names say so. demo: its sidecar says that it is synthetic. scope: of whom it can
-- speak; where that is not the same for all solutions, those that it speaks of for the whole country first,
-- and of a part of a table only of those that it names. stands: it counts.
WITH whole AS (
    SELECT
        r.source_path,
        string_agg(s.short_name, ', ' ORDER BY s.sort_order) FILTER (r.whole) AS solutions,
        bool_and(r.whole) AS everywhere
    FROM reach AS r
    JOIN solution AS s ON s.solution_id = r.solution_id
    GROUP BY ALL
)

SELECT
    s.* REPLACE (v.replaced_by AS replaced_by),
    v.verdict,
    v.stands,
    CASE
        WHEN s.problem IS NOT NULL THEN NULL
        WHEN NOT s.complete AND NOT f.limited THEN 'bare kommunene den nevner'
        WHEN coalesce(w.everywhere, NOT f.limited) THEN 'hele landet'
        WHEN w.solutions IS NOT NULL THEN format('{}: hele landet; ellers {}', w.solutions, f.scope)
        ELSE f.scope
    END AS scope,
    f.confirmed
FROM source AS s
JOIN seed_source AS f ON f.path = s.path
JOIN verdict AS v ON v.source_path = s.path
LEFT JOIN whole AS w ON w.source_path = s.path
ORDER BY s.path
