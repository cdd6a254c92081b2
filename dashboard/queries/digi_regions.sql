-- One row is a Digi region, in Norwegian alphabetical order.
SELECT DISTINCT digi_region
FROM municipality
ORDER BY digi_region COLLATE nb
