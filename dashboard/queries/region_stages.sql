-- One row is a municipality of a Digi region and a solution that is meant for it, on the last date not
-- after as_of that any source speaks of the solution. contradicted: another owner said earlier that it had
-- come further. Parameters: region, as_of.
SELECT
    m.municipality_code,
    m.name,
    m.parallel_names,
    m.population,
    t.solution_id,
    s.short_name,
    t.stage,
    t.enrolled,
    c.earlier_stage IS NOT NULL AS contradicted
FROM adoption AS t
JOIN solution_date AS d
    ON d.solution_id = t.solution_id AND d.as_of = t.as_of AND $as_of BETWEEN d.as_of AND d.until
JOIN municipality AS m USING (municipality_code)
JOIN solution AS s ON s.solution_id = t.solution_id
LEFT JOIN contradiction AS c
    ON c.as_of = t.as_of
    AND c.solution_id = t.solution_id
    AND c.municipality_code = t.municipality_code
WHERE m.digi_region = $region
ORDER BY m.name COLLATE nb, m.municipality_code, s.sort_order
