-- One row is something that a person should look at, of a source that counts or would count but for it; what
-- holds it back first.
SELECT f.source_path AS path, f.source_row, f.kind, f.severity, f.sentence, v.verdict
FROM finding AS f
JOIN verdict AS v ON v.source_path = f.source_path
WHERE v.replaced_by IS NULL
ORDER BY v.verdict = 'held_back' DESC, f.severity = 'serious' DESC, f.source_path, f.source_row, f.kind, f.sentence
