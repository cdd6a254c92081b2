-- One row is a point of the development in a place: how many have adopted, by the lists or as published,
-- or the ambition. measure: adopted, ambition. What is published holds for the whole country only.
-- Parameters: solution, place, as_of (the last date that is shown; an ambition may lie after it).
SELECT
    c.as_of,
    'adopted' AS measure,
    c.adopted AS count,
    c.municipalities,
    c.unknown,
    c.is_mostly_unknown,
    false AS published,
    s.adopted_means AS definition,
    false AS differs,
    n.source,
    NULL AS note
FROM coverage AS c
JOIN solution AS s ON s.solution_id = c.solution_id
LEFT JOIN series AS n
    ON n.solution_id = c.solution_id AND n.as_of = c.as_of AND n.measure = 'adopted'
WHERE c.solution_id = $solution AND c.digi_region = $place AND c.as_of <= $as_of

UNION ALL

SELECT
    as_of,
    CASE measure WHEN 'ambition' THEN measure ELSE 'adopted' END,
    count,
    municipalities,
    unknown,
    false,
    published,
    definition,
    differs,
    source,
    note
FROM series
WHERE solution_id = $solution
    AND $place = 'Hele landet'
    AND published
    AND (measure = 'ambition' OR (measure = 'in_use' AND as_of <= $as_of))
ORDER BY as_of, measure DESC
