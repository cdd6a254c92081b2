-- One row is a published figure that the register or the lists can give again. Key: source,
-- source_row, measure. measure: activity_per_1000 and population (of a municipality, by its row in a
-- file), population_in_use and population_share (of the nation, by its line in the register of national
-- figures; the share in per cent). differs: by more than the rounding of the published figure.
WITH by_row AS (
    SELECT
        r.source_path AS source,
        r.source_row,
        r.solution_id,
        r.municipality_code,
        m.name AS subject,
        r.activity_per_1000,
        1000 * r.activity / m.population AS per_1000,
        r.population AS printed_population,
        m.population
    FROM resolved_row AS r
    JOIN municipality AS m ON m.municipality_code = r.municipality_code
    WHERE r.outcome = 'accepted' AND r.source_path IN (FROM standing)
),

nation AS (
    SELECT
        n.source,
        n.solution_id,
        n.counts,
        n.published,
        c.population,
        c.population_in_use,
        max(n.published) FILTER (n.counts = 'population_in_use')
            OVER (PARTITION BY n.as_of, n.solution_id) AS published_population
    FROM national_figure AS n
    JOIN coverage AS c
        ON c.solution_id = n.solution_id
        AND c.as_of = last_day(n.as_of)
        AND c.digi_region = 'Hele landet'
),

figures AS (
    SELECT source, source_row, solution_id, municipality_code, subject,
        'activity_per_1000' AS measure, activity_per_1000 AS published, per_1000 AS recomputed,
        0.5 AS rounding
    FROM by_row
    WHERE activity_per_1000 IS NOT NULL AND per_1000 IS NOT NULL

    UNION ALL

    SELECT source, source_row, solution_id, municipality_code, subject,
        'population' AS measure, printed_population, population, 0
    FROM by_row
    WHERE printed_population IS NOT NULL

    UNION ALL

    SELECT source, NULL, solution_id, NULL, 'Hele landet',
        counts, published, population_in_use, 0
    FROM nation
    WHERE counts = 'population_in_use'

    UNION ALL

    SELECT source, NULL, solution_id, NULL, 'Hele landet',
        counts, published, 100 * coalesce(published_population, population_in_use) / population, 0.5
    FROM nation
    WHERE counts = 'population_share'
)

SELECT
    source,
    source_row,
    solution_id,
    municipality_code,
    subject,
    measure,
    published::DOUBLE AS published,
    recomputed::DOUBLE AS recomputed,
    (recomputed - published)::DOUBLE AS difference,
    abs(recomputed - published) > rounding AS differs
FROM figures
ORDER BY ALL
