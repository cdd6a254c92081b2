-- One row is a municipality whose stage differs from that of the solution's date before; what it means:
-- see the model `change`. Parameters: solution, as_of.
SELECT c.municipality_code, m.name, m.digi_region, c.from_as_of, c.from_stage, c.to_stage, c.what
FROM change AS c
JOIN municipality AS m USING (municipality_code)
WHERE c.solution_id = $solution AND c.to_as_of = $as_of
ORDER BY m.name COLLATE nb
