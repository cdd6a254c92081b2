-- A solution and date that lacks, repeats or adds a municipality to the solution's geography, or that
-- has one without a stage.
WITH meant AS (
    SELECT solution_id, count(*) AS municipalities
    FROM solution_municipality
    GROUP BY solution_id
),

found AS (
    SELECT
        a.solution_id,
        a.as_of,
        count(a.stage) AS stages,
        count(DISTINCT a.municipality_code) AS different,
        count(g.municipality_code) AS belonging
    FROM adoption AS a
    LEFT JOIN solution_municipality AS g USING (solution_id, municipality_code)
    GROUP BY ALL
)

SELECT f.solution_id, f.as_of, f.stages, f.different, f.belonging, m.municipalities
FROM found AS f
JOIN meant AS m USING (solution_id)
WHERE f.stages <> m.municipalities
    OR f.different <> m.municipalities
    OR f.belonging <> m.municipalities
