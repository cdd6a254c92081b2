-- One row is a Digi region, in Norwegian alphabetical order.
SELECT digi_region, count(*) AS municipalities, sum(population)::BIGINT AS population
FROM municipality
GROUP BY digi_region
ORDER BY digi_region COLLATE nb
