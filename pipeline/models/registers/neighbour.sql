-- One row is a municipality and one that it has a land border in common with; every border stands both
-- ways. Key: municipality_code, neighbour_code. Islands have none.
SELECT municipality_code, neighbour_code
FROM seed_neighbour
ORDER BY ALL
