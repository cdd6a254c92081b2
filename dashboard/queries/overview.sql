-- One row is a solution that some source speaks of, in a place, on its last date not after the one in
-- view; in the order of the catalogue. previous_as_of: the date of its lists before that. new: how many
-- have adopted since then. ambition, ambition_by: the next ambition from that date on, else the last one
-- before it; NULL but for the nation, which it is set for. not_adopted_codes and unknown_codes: which
-- municipalities of the place. is_offered: see the table solution. national_*, nation_*: the same for the nation.
-- Parameters: place, as_of (NULL: the last there is).
WITH latest AS (
    SELECT c.*, d.previous_as_of
    FROM coverage AS c
    JOIN solution_date AS d ON d.solution_id = c.solution_id AND d.as_of = c.as_of
    WHERE is_date_for($as_of, d.as_of, d.until, d.is_latest)
),

goal AS (
    SELECT l.solution_id, a.count AS ambition, a.as_of AS ambition_by
    FROM latest AS l
    JOIN series AS a ON a.solution_id = l.solution_id AND a.measure = 'ambition'
    WHERE l.digi_region = $place AND $place = 'Hele landet'
    QUALIFY row_number() OVER (
        PARTITION BY l.solution_id
        ORDER BY a.as_of < l.as_of, abs(a.as_of - l.as_of)
    ) = 1
),

who AS (
    SELECT
        l.solution_id,
        list(a.municipality_code) FILTER (a.stage = 'not_adopted') AS not_adopted_codes,
        list(a.municipality_code) FILTER (a.stage = 'unknown') AS unknown_codes,
        list(a.municipality_code) AS codes
    FROM latest AS l
    JOIN adoption AS a ON a.solution_id = l.solution_id AND a.as_of = l.as_of
    JOIN municipality AS m
        ON m.municipality_code = a.municipality_code
        AND l.digi_region IN (m.digi_region, 'Hele landet')
    WHERE l.digi_region = $place
    GROUP BY l.solution_id
),

fresh AS (
    SELECT l.solution_id, count(*) AS new
    FROM latest AS l
    JOIN change AS c
        ON c.solution_id = l.solution_id AND c.to_as_of = l.as_of AND c.what = 'new'
    JOIN municipality AS m
        ON m.municipality_code = c.municipality_code
        AND l.digi_region IN (m.digi_region, 'Hele landet')
    WHERE l.digi_region = $place
    GROUP BY l.solution_id
)

SELECT
    l.solution_id,
    s.short_name,
    s.adopted_means,
    s.is_offered,
    l.as_of,
    l.municipalities,
    l.in_use,
    l.enabled,
    l.ordered,
    l.adopted,
    l.not_adopted,
    l.unknown,
    l.is_mostly_unknown,
    l.enrolled_of_gap AS enrolled,
    l.previous_as_of,
    coalesce(f.new, 0) AS new,
    g.ambition,
    g.ambition_by,
    coalesce(w.not_adopted_codes, []) AS not_adopted_codes,
    coalesce(w.unknown_codes, []) AS unknown_codes,
    w.codes,
    n.adopted AS national_adopted,
    n.municipalities AS national_municipalities,
    n.is_mostly_unknown AS nation_is_mostly_unknown
FROM latest AS l
JOIN solution AS s USING (solution_id)
JOIN who AS w USING (solution_id)
JOIN latest AS n ON n.solution_id = l.solution_id AND n.digi_region = 'Hele landet'
LEFT JOIN goal AS g ON g.solution_id = l.solution_id
LEFT JOIN fresh AS f ON f.solution_id = l.solution_id
WHERE l.digi_region = $place
ORDER BY s.sort_order
