-- One row is a municipality for a solution and date, with what its stage rests on. category is what the
-- map shows: in_use, preparing (ordered or enabled), not_adopted, unknown. earlier_*: another owner said
-- that it had come further. review_name: the printed name under review that makes it unknown.
-- Parameters: solution, as_of.
SELECT
    a.municipality_code,
    m.name,
    m.county_name,
    m.digi_region,
    m.health_region,
    m.population,
    m.org_number,
    a.stage,
    CASE WHEN a.stage IN ('ordered', 'enabled') THEN 'preparing' ELSE a.stage END AS category,
    a.enrolled,
    r.name AS run_name,
    a.wave,
    a.evidence_as_of,
    a.source_path,
    a.source_row,
    f.owner,
    coalesce(f.source, f.title) AS source,
    c.earlier_stage,
    c.earlier_owner,
    c.earlier_as_of,
    p.printed_name AS review_name
FROM adoption AS a
JOIN municipality AS m USING (municipality_code)
LEFT JOIN source_file AS f ON f.path = a.source_path
LEFT JOIN (SELECT DISTINCT run_id, name FROM joint_rollout) AS r USING (run_id)
LEFT JOIN contradiction AS c
    ON c.as_of = a.as_of
    AND c.solution_id = a.solution_id
    AND c.municipality_code = a.municipality_code
LEFT JOIN review AS p
    ON p.source_path = a.source_path AND p.source_row = a.source_row AND a.stage = 'unknown'
WHERE a.solution_id = $solution AND a.as_of = $as_of
ORDER BY m.name COLLATE nb, a.municipality_code
