-- One row is a municipality whose stage differs from that of the solution's date before. what: new (it
-- was not adopted and now is), known (nothing was said of it before, or only by a report that could not
-- see the stage it has now), forgotten (now unknown), back (it was adopted and is now said not to be),
-- moved (between two other stages). Parameters: solution, as_of.
WITH changed AS (
    SELECT
        c.*,
        list_position(['not_adopted', 'ordered', 'enabled', 'in_use'], c.from_stage) AS before,
        list_position(['not_adopted', 'ordered', 'enabled', 'in_use'], c.to_stage) AS after,
        list_position(['not_adopted', 'ordered', 'enabled', 'in_use'], s.adopted_means) AS enough,
        coalesce(e.short_sighted AND NOT list_contains(e.sees, c.to_stage), false) AS was_blind
    FROM change AS c
    JOIN solution AS s ON s.solution_id = c.solution_id
    JOIN adoption AS a
        ON a.solution_id = c.solution_id
        AND a.municipality_code = c.municipality_code
        AND a.as_of = c.from_as_of
    LEFT JOIN evidence_of_day AS e
        ON e.solution_id = a.solution_id
        AND e.municipality_code = a.municipality_code
        AND e.as_of = a.evidence_as_of
    WHERE c.solution_id = $solution AND c.to_as_of = $as_of
)

SELECT
    c.municipality_code,
    m.name,
    m.digi_region,
    c.from_as_of,
    c.from_stage,
    c.to_stage,
    CASE
        WHEN c.before IS NULL OR c.was_blind THEN 'known'
        WHEN c.after IS NULL THEN 'forgotten'
        WHEN c.before < c.enough AND c.after >= c.enough THEN 'new'
        WHEN c.before >= c.enough AND c.after < c.enough THEN 'back'
        ELSE 'moved'
    END AS what
FROM changed AS c
JOIN municipality AS m USING (municipality_code)
ORDER BY m.name COLLATE nb
