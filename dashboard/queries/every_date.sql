-- One row is a date on which a source speaks of any solution, the newest first.
SELECT DISTINCT as_of
FROM coverage
ORDER BY as_of DESC
