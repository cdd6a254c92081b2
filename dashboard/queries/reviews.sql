-- One row is a source row that the program will not decide alone. stage, or event of an enrolment list: what
-- it says of the municipality it means; effects: the municipalities that are shown as unknown because of it, with the stage each gets if
-- the row means another. Namesakes have their county in brackets.
WITH named AS (
    SELECT
        municipality_code,
        CASE WHEN count(*) OVER (PARTITION BY name) > 1 THEN format('{} ({})', name, county_name)
            ELSE name END AS name
    FROM municipality
),

effect AS (
    SELECT
        f.source_path,
        f.source_row,
        list({'name': m.name, 'stage_if_not': f.stage_if_not} ORDER BY m.name COLLATE nb) AS effects
    FROM review_effect AS f
    JOIN named AS m USING (municipality_code)
    GROUP BY ALL
),

suggestion AS (
    SELECT c.source_path, c.source_row, list(m.name ORDER BY c.place) AS suggested
    FROM (
        SELECT
            source_path,
            source_row,
            unnest(candidates) AS municipality_code,
            generate_subscripts(candidates, 1) AS place
        FROM review
    ) AS c
    JOIN named AS m USING (municipality_code)
    GROUP BY ALL
)

SELECT
    r.source_path,
    r.source_row,
    s.short_name,
    r.printed,
    r.digi_region,
    r.reason,
    r.decidable,
    r.stage,
    r.event,
    coalesce(g.suggested, []) AS suggested,
    coalesce(e.effects, []) AS effects
FROM review AS r
JOIN solution AS s USING (solution_id)
LEFT JOIN suggestion AS g USING (source_path, source_row)
LEFT JOIN effect AS e USING (source_path, source_row)
ORDER BY s.sort_order, r.source_path, r.source_row
