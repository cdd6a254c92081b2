-- One row is a solution of a list: its date there (as_of, NULL where no source speaks of it by then), the
-- first date of all, and how many municipalities of the regions a list cannot place: unknown (no stage is
-- known; is_mostly_unknown: for more of them than not) and enrolment_unknown (not adopted, and nothing says
-- by name whether they are enrolled).
-- enrolled_published: how many of those not adopted are enrolled by a published count, for the regions
-- together. requires: names of what the solution requires. meant_for: how many municipalities of the
-- regions the solution is meant for.
-- Parameters: solutions, regions (empty means all), as_of (NULL: the latest).
WITH dated AS (
    SELECT
        solution_id,
        max(as_of) FILTER (is_date_for($as_of, as_of, until, is_latest)) AS as_of,
        min(as_of) AS first_as_of
    FROM solution_date
    GROUP BY solution_id
),

counted AS (
    SELECT
        a.solution_id,
        count(*) AS municipalities,
        count(*) FILTER (a.stage = 'unknown') AS unknown,
        count(*) FILTER (a.stage = 'not_adopted' AND a.enrolled IS NULL) AS enrolment_unknown
    FROM adoption AS a
    JOIN dated AS d ON d.solution_id = a.solution_id AND d.as_of = a.as_of
    JOIN municipality AS m ON m.municipality_code = a.municipality_code
    WHERE len($regions::VARCHAR[]) = 0 OR list_contains($regions::VARCHAR[], m.digi_region)
    GROUP BY a.solution_id
),

published AS (
    SELECT c.solution_id, sum(c.enrolled_published)::BIGINT AS enrolled_published
    FROM coverage AS c
    JOIN dated AS d ON d.solution_id = c.solution_id AND d.as_of = c.as_of
    WHERE c.names_as_of IS NULL
        AND CASE WHEN len($regions::VARCHAR[]) = 0 THEN c.digi_region = 'Hele landet'
            ELSE list_contains($regions::VARCHAR[], c.digi_region) END
    GROUP BY c.solution_id
)

SELECT
    s.solution_id,
    s.short_name,
    s.name,
    s.definition,
    s.adopted_means,
    (
        SELECT coalesce(list(r.short_name ORDER BY r.sort_order), [])
        FROM solution AS r WHERE list_contains(s.requires, r.solution_id)
    ) AS requires,
    d.as_of,
    d.first_as_of,
    coalesce(c.unknown, 0) AS unknown,
    coalesce(is_mostly_unknown(c.unknown, c.municipalities), true) AS is_mostly_unknown,
    coalesce(c.enrolment_unknown, 0) AS enrolment_unknown,
    p.enrolled_published,
    (
        SELECT count(*)
        FROM solution_municipality AS g
        WHERE g.solution_id = s.solution_id
            AND (len($regions::VARCHAR[]) = 0 OR list_contains($regions::VARCHAR[], g.digi_region))
    ) AS meant_for
FROM solution AS s
LEFT JOIN dated AS d ON d.solution_id = s.solution_id
LEFT JOIN counted AS c ON c.solution_id = s.solution_id
LEFT JOIN published AS p ON p.solution_id = s.solution_id
WHERE list_contains($solutions::VARCHAR[], s.solution_id)
ORDER BY s.sort_order
