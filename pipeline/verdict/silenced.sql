-- One row is a row in doubt that leaves many municipalities unknown, of which the silence of its file would
-- else have told. It could be any of them.
SELECT p.source_path AS path, p.source_row, any_value(r.printed_name) AS printed,
    count(DISTINCT p.municipality_code) AS municipalities
FROM possible AS p
JOIN resolved_row AS r ON r.source_path = p.source_path AND r.source_row = p.source_row
JOIN source AS f ON f.path = p.source_path
JOIN seed_kind AS k ON k.kind = p.kind
JOIN reach AS h ON h.source_path = p.source_path AND h.solution_id = p.solution_id
LEFT JOIN covered AS z ON z.source_path = p.source_path AND z.municipality_code = p.municipality_code
ANTI JOIN statement AS t
    ON t.source_path = p.source_path
    AND t.solution_id = p.solution_id
    AND t.municipality_code = p.municipality_code
WHERE NOT p.named AND f.complete AND k.silence <> 'unknown' AND (h.whole OR z.municipality_code IS NOT NULL)
GROUP BY ALL
ORDER BY ALL
