-- One row is a table of a source file in the build to be: what it is and what became of its rows. solutions:
-- the names of those it speaks of. Parameter: file, the path of the file or of its workbook.
SELECT
    f.path,
    f.title,
    f.owner,
    (
        SELECT coalesce(list(s.short_name ORDER BY s.sort_order), [])
        FROM after.solution AS s
        WHERE s.solution_id IN (
            SELECT r.solution_id FROM after.resolved_row AS r WHERE r.source_path = f.path)
    ) AS solutions,
    f.as_of,
    f.complete,
    f.rows_read,
    f.accepted,
    f.duplicate,
    f.review,
    f.ignored,
    f.rejected,
    f.problem,
    (SELECT min(o.path) FROM after.source_file AS o WHERE o.replaced_by = f.path) AS replaces,
    f.replaced_by,
    f.corrects,
    f.verdict,
    f.scope
FROM after.source_file AS f
WHERE split_part(f.path, '#', 1) = $file
ORDER BY f.path
