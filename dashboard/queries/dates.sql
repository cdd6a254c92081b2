-- One row is a date on which a source speaks of the solution, the newest first; of any solution when
-- solution is NULL. Parameter: solution.
SELECT DISTINCT as_of
FROM coverage
WHERE solution_id = coalesce($solution, solution_id)
ORDER BY as_of DESC
