-- Whom to contact first in a Digi region. One row is a municipality that has not adopted a solution (only
-- "not_adopted": unknown is no gap, and who has ordered is under way) on the last date not after as_of
-- that any source speaks of the solution. Key: municipality_code, solution_id.
--
-- The rule: solutions that all may adopt come before those that are planned or tried out; then those who are
-- not known to be enrolled in the solution's own rollout come first (an enrolled one has said yes already);
-- then those with most reasons; then those with most inhabitants. Four reasons, each worth the same:
--   can_start           every solution that this one requires is in use, or it requires none
--   neighbours_using    at least one municipality across a land border, of any region, uses it
--   is_large            it has at least as many inhabitants as the region's average municipality
--   enrolled_elsewhere  it is enrolled in a rollout of another solution that it does not use yet
-- What is unknown counts as no reason. prerequisites: met, lacks or unknown; missing names those that are
-- lacking, or else unknown. place: the order, from 1. average: inhabitants of the region's average
-- municipality. Parameters: region, as_of (NULL: the latest).
WITH state AS (
    SELECT
        a.solution_id,
        s.short_name,
        s.is_offered,
        s.sort_order,
        a.municipality_code,
        a.stage,
        a.enrolled
    FROM adoption AS a
    JOIN solution_date AS d
        ON d.solution_id = a.solution_id
        AND d.as_of = a.as_of
        AND is_date_for($as_of, d.as_of, d.until, d.is_latest)
    JOIN solution AS s ON s.solution_id = a.solution_id
),

here AS (
    SELECT
        *,
        population / sum(population) OVER () AS share,
        avg(population) OVER () AS average,
        population >= average AS is_large
    FROM municipality
    WHERE digi_region = $region
),

gap AS (
    SELECT t.*, h.name, h.population, h.share, h.average, h.is_large
    FROM state AS t
    JOIN here AS h USING (municipality_code)
    WHERE t.stage = 'not_adopted'
),

required AS (
    SELECT
        n.municipality_code,
        n.solution_id,
        list(r.short_name ORDER BY r.sort_order) AS required,
        lacked(r.short_name, r.sort_order, o.stage) AS lacking,
        unclear(r.short_name, r.sort_order, o.stage) AS unsure
    FROM (
        SELECT g.municipality_code, g.solution_id, unnest(s.requires) AS required_id
        FROM gap AS g
        JOIN solution AS s USING (solution_id)
    ) AS n
    JOIN solution AS r ON r.solution_id = n.required_id
    LEFT JOIN state AS o
        ON o.solution_id = n.required_id AND o.municipality_code = n.municipality_code
    GROUP BY ALL
),

around AS (
    SELECT
        g.municipality_code,
        g.solution_id,
        count(*) AS neighbours,
        list(m.name ORDER BY m.population DESC) FILTER (o.stage = 'in_use') AS neighbours_using
    FROM gap AS g
    JOIN neighbour AS n USING (municipality_code)
    JOIN municipality AS m ON m.municipality_code = n.neighbour_code
    LEFT JOIN state AS o
        ON o.municipality_code = n.neighbour_code AND o.solution_id = g.solution_id
    GROUP BY ALL
),

elsewhere AS (
    SELECT
        g.municipality_code,
        g.solution_id,
        list(o.short_name ORDER BY o.sort_order) AS enrolled_elsewhere
    FROM gap AS g
    JOIN state AS o USING (municipality_code)
    WHERE o.solution_id <> g.solution_id AND o.enrolled AND o.stage <> 'in_use'
    GROUP BY ALL
),

reasoned AS (
    SELECT
        g.*,
        coalesce(r.required, []) AS required,
        CASE WHEN len(r.lacking) > 0 THEN 'lacks' WHEN len(r.unsure) > 0 THEN 'unknown' ELSE 'met' END
            AS prerequisites,
        coalesce(CASE prerequisites WHEN 'lacks' THEN r.lacking ELSE r.unsure END, []) AS missing,
        coalesce(a.neighbours, 0) AS neighbours,
        coalesce(a.neighbours_using, []) AS neighbours_using,
        coalesce(e.enrolled_elsewhere, []) AS enrolled_elsewhere
    FROM gap AS g
    LEFT JOIN required AS r USING (municipality_code, solution_id)
    LEFT JOIN around AS a USING (municipality_code, solution_id)
    LEFT JOIN elsewhere AS e USING (municipality_code, solution_id)
)

SELECT
    municipality_code,
    solution_id,
    required,
    prerequisites,
    missing,
    neighbours,
    neighbours_using,
    share,
    average,
    is_large,
    enrolled_elsewhere,
    reasons,
    row_number() OVER (
        ORDER BY
            NOT is_offered,
            coalesce(enrolled, false),
            reasons DESC,
            population DESC,
            municipality_code,
            sort_order
    ) AS place
FROM (
    SELECT
        *,
        (prerequisites = 'met')::INTEGER + (len(neighbours_using) > 0)::INTEGER
            + is_large::INTEGER + (len(enrolled_elsewhere) > 0)::INTEGER AS reasons
    FROM reasoned
)
ORDER BY place
