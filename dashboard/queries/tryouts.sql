-- One row is a municipality that takes part in trying out a solution, by the catalogue's order and by name.
-- as_of: the date that the source says it of, not when it began.
SELECT
    t.solution_id,
    s.short_name,
    t.municipality_code,
    m.name,
    m.digi_region,
    t.as_of,
    t.note,
    t.source
FROM tryout AS t
JOIN solution AS s USING (solution_id)
JOIN municipality AS m USING (municipality_code)
ORDER BY s.sort_order, m.name COLLATE nb, t.municipality_code
