-- One row is a date on which a source speaks of the solution, the newest first: of the lists, or, where no
-- list speaks of it, of a published count, or else of its ambitions. Where solution is NULL, a date of the
-- lists of any. Parameter: solution.
WITH spoken AS (
    SELECT as_of, 1 AS place FROM coverage WHERE solution_id = coalesce($solution, solution_id)
    UNION ALL
    SELECT as_of, CASE measure WHEN 'ambition' THEN 3 ELSE 2 END
    FROM series
    WHERE solution_id = $solution AND published
)

SELECT DISTINCT as_of
FROM spoken
WHERE place = (SELECT min(place) FROM spoken)
ORDER BY as_of DESC
