-- One row is a Digi region (or the nation, "Hele landet") for a solution on a date: how many
-- municipalities are at each stage. Key: as_of, solution_id, digi_region. enrolled counts the
-- municipalities known by name, enrolled_published is the count its owner published; NULL where
-- nothing says. The five stages add up to municipalities.
WITH counted AS (
    SELECT
        a.as_of,
        a.solution_id,
        coalesce(m.digi_region, 'Hele landet') AS digi_region,
        count(*) AS municipalities,
        count(*) FILTER (a.stage = 'in_use') AS in_use,
        count(*) FILTER (a.stage = 'enabled') AS enabled,
        count(*) FILTER (a.stage = 'ordered') AS ordered,
        count(*) FILTER (a.stage = 'not_adopted') AS not_adopted,
        count(*) FILTER (a.stage = 'unknown') AS unknown,
        CASE WHEN count(a.enrolled) > 0 THEN count(*) FILTER (a.enrolled) END AS enrolled,
        sum(m.population)::BIGINT AS population,
        coalesce(sum(m.population) FILTER (a.stage = 'in_use'), 0)::BIGINT AS population_in_use,
        coalesce(sum(m.population) FILTER (a.stage = 'not_adopted'), 0)::BIGINT
            AS population_not_adopted
    FROM adoption AS a
    JOIN municipality AS m USING (municipality_code)
    GROUP BY GROUPING SETS ((a.as_of, a.solution_id, m.digi_region), (a.as_of, a.solution_id))
)
SELECT c.*, t.published AS enrolled_published
FROM counted AS c
LEFT JOIN (
    SELECT as_of, solution_id, digi_region, max(published) AS published
    FROM control_total
    WHERE list = 'enrolled'
    GROUP BY ALL
) AS t USING (as_of, solution_id, digi_region)
ORDER BY c.solution_id, c.as_of, c.digi_region
