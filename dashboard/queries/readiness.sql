-- One row is a municipality that a solution with prerequisites is meant for. state: ready, lacks, unknown,
-- or uses (it uses the solution already). lacks: names of what it lacks. tried_*: since when and by what
-- source it is known to try the solution out. Parameter: solution.
SELECT
    r.municipality_code,
    m.name,
    m.county_name,
    m.digi_region,
    m.population,
    CASE
        WHEN r.uses THEN 'uses' WHEN r.ready THEN 'ready' WHEN NOT r.ready THEN 'lacks'
        ELSE 'unknown'
    END AS state,
    (
        SELECT coalesce(string_agg(s.short_name, ', ' ORDER BY s.sort_order), '')
        FROM solution AS s
        WHERE list_contains(r.lacks, s.solution_id)
    ) AS lacks,
    (
        SELECT coalesce(string_agg(s.short_name, ', ' ORDER BY s.sort_order), '')
        FROM solution AS s
        WHERE list_contains(r.unknown, s.solution_id)
    ) AS unknown,
    t.as_of AS tried_as_of,
    t.source AS tried_source
FROM readiness AS r
JOIN municipality AS m USING (municipality_code)
LEFT JOIN tryout AS t
    ON t.solution_id = r.solution_id AND t.municipality_code = r.municipality_code
WHERE r.solution_id = $solution
ORDER BY m.name COLLATE nb, r.municipality_code
