-- One row is a date on which a source speaks of the solution, the newest first. Parameter: solution.
SELECT DISTINCT as_of
FROM coverage
WHERE solution_id = $solution
ORDER BY as_of DESC
