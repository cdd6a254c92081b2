-- A solution and date that lacks, or repeats, a municipality of the solution's geography.
SELECT g.solution_id, g.as_of, g.municipality_code
FROM (
    SELECT DISTINCT a.solution_id, a.as_of, s.municipality_code
    FROM adoption AS a
    JOIN solution_municipality AS s USING (solution_id)
) AS g
FULL JOIN adoption AS a USING (solution_id, as_of, municipality_code)
GROUP BY ALL
HAVING count(*) <> 1 OR count(a.stage) <> 1
