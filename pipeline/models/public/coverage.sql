-- One row is a Digi region (or the nation, "Hele landet") for a solution on a date: how many
-- municipalities are at each stage. Key: as_of, solution_id, digi_region. The five stages add up to
-- municipalities. enrolled counts the enrolled municipalities known by name, enrolled_in_gap those of
-- them that have not adopted, enrolled_published is the count of the latter that was published (for the
-- nation, else the sum of its regions); NULL where nothing says. preparing: at any stage between not adopted
-- and in use. adopted: at the stage that the solution counts as adopted (solution.adopted_means), or
-- further. names_as_of: the date of the enrolment list when the names are to be shown, which they are unless
-- a count has been published since. enrolment_unknown: municipalities of which the list does not say.
-- enrolled_of_gap: how many of the gap are enrolled, which is what pages show: by name when the names are to
-- be shown, else as published, else the names known.
-- is_mostly_unknown: more is unknown than known, so that no gap or share is to be told as it stands.
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
        count(*) FILTER (stage_rank(a.stage) >= stage_rank(s.adopted_means)) AS adopted,
        CASE WHEN count(a.enrolled) > 0 THEN count(*) FILTER (a.enrolled) END AS enrolled,
        CASE WHEN count(a.enrolled) > 0
            THEN count(*) FILTER (a.enrolled AND a.stage = 'not_adopted') END AS enrolled_in_gap,
        max(a.enrolment_list) AS enrolment_list,
        count(*) FILTER (a.enrolled IS NULL AND a.enrolment_list IS NOT NULL) AS enrolment_unknown,
        sum(m.population)::BIGINT AS population,
        coalesce(sum(m.population) FILTER (a.stage = 'in_use'), 0)::BIGINT AS population_in_use,
        coalesce(sum(m.population) FILTER (a.stage = 'not_adopted'), 0)::BIGINT
            AS population_not_adopted
    FROM adoption AS a
    JOIN municipality AS m USING (municipality_code)
    JOIN solution AS s ON s.solution_id = a.solution_id
    GROUP BY GROUPING SETS ((a.as_of, a.solution_id, m.digi_region), (a.as_of, a.solution_id))
),

published AS (
    SELECT
        as_of,
        solution_id,
        coalesce(digi_region, 'Hele landet') AS digi_region,
        CASE WHEN digi_region IS NULL
            THEN coalesce(
                max(published) FILTER (is_nation), sum(published) FILTER (NOT is_nation))
            ELSE max(published)
        END::BIGINT AS enrolled_published
    FROM (
        SELECT *, digi_region = 'Hele landet' AS is_nation
        FROM control_total
        WHERE list = 'enrolled'
    )
    GROUP BY GROUPING SETS ((as_of, solution_id, digi_region), (as_of, solution_id))
    HAVING digi_region IS DISTINCT FROM 'Hele landet'
)

SELECT
    c.* EXCLUDE (enrolment_list),
    c.municipalities - c.in_use - c.not_adopted - c.unknown AS preparing,
    p.enrolled_published,
    CASE WHEN p.enrolled_published IS NULL OR c.enrolment_list = c.as_of
        THEN c.enrolment_list END AS names_as_of,
    CASE WHEN names_as_of IS NOT NULL OR p.enrolled_published IS NULL
        THEN c.enrolled_in_gap ELSE p.enrolled_published END AS enrolled_of_gap,
    is_mostly_unknown(c.unknown, c.municipalities) AS is_mostly_unknown
FROM counted AS c
LEFT JOIN published AS p USING (as_of, solution_id, digi_region)
ORDER BY c.solution_id, c.as_of, c.digi_region
