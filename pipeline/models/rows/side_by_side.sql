-- One row is two or more files that are whole, of one kind, date and owner, and speak of the same solution,
-- so that all of them count though one may well be meant to correct the other. Key: kind, as_of, owner, paths.
-- solutions: the names of those that they share; published counts share one only where the list is the same.
-- The sheets of one workbook are one file.
WITH spoken_of AS (
    SELECT DISTINCT source_path, solution_id, list
    FROM resolved_row
    WHERE outcome <> 'rejected' AND solution_id IS NOT NULL
),

shared AS (
    SELECT
        f.kind,
        f.as_of,
        f.owner,
        s.solution_id,
        s.list,
        list_sort(list(DISTINCT split_part(f.path, '#', 1))) AS paths
    FROM source AS f
    JOIN spoken_of AS s ON s.source_path = f.path
    WHERE f.complete AND f.replaced_by IS NULL
    GROUP BY ALL
    HAVING len(paths) > 1
)

SELECT
    h.kind,
    h.as_of,
    h.owner,
    h.paths,
    list(DISTINCT s.short_name ORDER BY s.short_name COLLATE nb) AS solutions
FROM shared AS h
JOIN solution AS s ON s.solution_id = h.solution_id
GROUP BY ALL
ORDER BY ALL
