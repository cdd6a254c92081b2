-- One row is a Digi region, of those a solution is meant for; of all when solution is NULL.
-- Parameter: solution.
SELECT DISTINCT digi_region
FROM solution_municipality
WHERE solution_id = coalesce($solution, solution_id)
ORDER BY digi_region COLLATE nb
