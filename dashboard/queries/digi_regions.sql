-- One row is a Digi region that a solution is meant for, in Norwegian alphabetical order. Parameter:
-- solution.
SELECT DISTINCT digi_region
FROM solution_municipality
WHERE solution_id = $solution
ORDER BY digi_region COLLATE nb
