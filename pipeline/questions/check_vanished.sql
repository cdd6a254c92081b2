-- One row is the file before this one, of the same kind and owner, or one that this one replaces, with the
-- names of the solutions that it speaks of and no file of the date of this one does. Parameter: path.
WITH spoken_of AS (
    SELECT DISTINCT f.path, f.as_of, f.replaced_by, r.solution_id
    FROM after.source_file AS f
    JOIN after.source_file AS this ON this.path = $path AND this.kind = f.kind AND this.owner = f.owner
    JOIN after.resolved_row AS r ON r.source_path = f.path AND r.solution_id IS NOT NULL
),

this AS (
    SELECT as_of FROM after.source_file WHERE path = $path
),

before AS (
    SELECT b.*
    FROM spoken_of AS b, this
    WHERE b.replaced_by = $path
        OR (b.replaced_by IS NULL AND b.as_of = (
            SELECT max(o.as_of) FROM spoken_of AS o WHERE o.as_of < this.as_of AND o.replaced_by IS NULL))
)

SELECT b.path, b.as_of, list(s.short_name ORDER BY s.sort_order) AS solutions
FROM before AS b
JOIN after.solution AS s ON s.solution_id = b.solution_id
WHERE b.solution_id NOT IN (
    SELECT n.solution_id FROM spoken_of AS n, this WHERE n.as_of = this.as_of AND n.replaced_by IS NULL)
GROUP BY b.path, b.as_of
ORDER BY b.as_of, b.path
