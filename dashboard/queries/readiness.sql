-- One row is a municipality that a solution is meant for. state: ready, lacks, unknown, uses (it uses the
-- solution already), or open (the solution has no prerequisites, so nothing can be said). use_known: a
-- source says whether it uses the solution. lacks: names of what it lacks. tried_*: since when and by what
-- source it is known to try the solution out. Parameter: solution.
SELECT
    g.municipality_code,
    m.name,
    m.county_name,
    m.digi_region,
    m.population,
    CASE
        WHEN r.solution_id IS NULL THEN 'open'
        WHEN r.uses THEN 'uses' WHEN r.ready THEN 'ready' WHEN NOT r.ready THEN 'lacks'
        ELSE 'unknown'
    END AS state,
    r.uses IS NOT NULL AS use_known,
    coalesce(array_to_string(r.lacks, ', '), '') AS lacks,
    coalesce(array_to_string(r.unknown, ', '), '') AS unknown,
    t.as_of AS tried_as_of,
    t.source AS tried_source
FROM solution_municipality AS g
JOIN municipality AS m ON m.municipality_code = g.municipality_code
LEFT JOIN readiness AS r
    ON r.solution_id = g.solution_id AND r.municipality_code = g.municipality_code
LEFT JOIN tryout AS t
    ON t.solution_id = g.solution_id AND t.municipality_code = g.municipality_code
WHERE g.solution_id = $solution
ORDER BY m.name COLLATE nb, g.municipality_code
