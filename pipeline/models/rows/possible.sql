-- One row is a municipality that a row in doubt could mean, of whatever file.
-- Key: source_path, source_row, solution_id, municipality_code. named: it is among what the name could
-- mean; else the name is like nobody's and could be anybody of its region, or anybody at all where no
-- known region is printed. A row whose solution cannot be read may speak of any solution of its file.
WITH spoken_of AS (
    SELECT DISTINCT source_path, solution_id
    FROM resolved_row
    WHERE solution_id IS NOT NULL
),

in_doubt AS (
    SELECT r.* REPLACE (s.solution_id AS solution_id)
    FROM resolved_row AS r
    JOIN spoken_of AS s
        ON s.source_path = r.source_path AND s.solution_id = coalesce(r.solution_id, s.solution_id)
    WHERE r.outcome IN ('review', 'rejected') AND r.evidence <> 'totals'
),

area AS (
    SELECT municipality_code, normal(unnest([digi_region, county_name, health_region,
        replace(digi_region, 'Digi ', '')])) AS region
    FROM municipality
)

SELECT
    source_path, source_row, kind, evidence, owner, as_of, solution_id,
    unnest(could_mean) AS municipality_code, true AS named
FROM in_doubt

UNION ALL

SELECT
    d.source_path, d.source_row, d.kind, d.evidence, d.owner, d.as_of, d.solution_id,
    g.municipality_code, false AS named
FROM in_doubt AS d
JOIN solution_municipality AS g ON g.solution_id = d.solution_id
WHERE d.reason = 'unknown_name'
    AND len(d.could_mean) = 0
    AND (
        normal(coalesce(d.printed_region, '')) NOT IN (SELECT region FROM area)
        OR (g.municipality_code, normal(d.printed_region))
            IN (SELECT municipality_code, region FROM area)
    )
