-- One row is a published figure beside the program's own count, the newest first.
SELECT
    s.short_name,
    c.list,
    c.digi_region,
    c.as_of,
    c.published,
    c.counted,
    c.difference,
    c.recognised,
    c.published_parts,
    c.differs,
    c.source_path
FROM control_total AS c
JOIN solution AS s USING (solution_id)
ORDER BY c.as_of DESC, s.sort_order, c.list, c.digi_region = 'Hele landet' DESC, c.digi_region COLLATE nb
