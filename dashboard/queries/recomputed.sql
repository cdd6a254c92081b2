-- One row is a published figure that the registers give otherwise, by more than its rounding. apart: how far they are
-- from each other.
SELECT
    s.short_name,
    r.subject,
    r.measure,
    r.published,
    r.recomputed,
    abs(r.difference) AS apart,
    r.source,
    r.source_row
FROM recomputed AS r
JOIN solution AS s USING (solution_id)
WHERE r.differs
ORDER BY s.sort_order, r.measure, r.subject COLLATE nb
