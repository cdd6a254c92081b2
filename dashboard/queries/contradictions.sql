-- One row is a municipality of which two owners say different things, the later one standing.
SELECT
    s.short_name,
    m.name,
    m.digi_region,
    c.stage,
    c.owner,
    c.as_of,
    c.source_path,
    c.source_row,
    c.earlier_stage,
    c.earlier_owner,
    c.earlier_as_of,
    c.earlier_source_path,
    c.earlier_source_row
FROM contradiction AS c
JOIN municipality AS m USING (municipality_code)
JOIN solution AS s USING (solution_id)
ORDER BY s.sort_order, c.as_of DESC, m.name COLLATE nb
