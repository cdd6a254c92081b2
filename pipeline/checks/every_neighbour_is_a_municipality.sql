-- A border with a municipality that is not in the register, or that does not stand the other way too.
SELECT n.municipality_code, n.neighbour_code
FROM neighbour AS n
LEFT JOIN municipality AS m USING (municipality_code)
LEFT JOIN neighbour AS back
    ON back.municipality_code = n.neighbour_code AND back.neighbour_code = n.municipality_code
WHERE m.municipality_code IS NULL OR back.municipality_code IS NULL
