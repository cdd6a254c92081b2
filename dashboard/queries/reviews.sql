-- One row is a source row that the program will not decide alone. unknown_names: the municipalities that
-- are shown as unknown because of it.
SELECT
    r.source_path,
    r.source_row,
    s.short_name,
    r.printed_name,
    r.printed_code,
    r.digi_region,
    r.reason,
    [g.name FOR g IN r.suggestions] AS suggested,
    (
        SELECT list(m.name ORDER BY m.name COLLATE nb)
        FROM evidence AS e
        JOIN municipality AS m USING (municipality_code)
        WHERE e.source_path = r.source_path
            AND e.source_row = r.source_row
            AND e.stage = 'unknown'
    ) AS unknown_names
FROM review AS r
LEFT JOIN solution AS s USING (solution_id)
ORDER BY s.sort_order, r.source_path, r.source_row
