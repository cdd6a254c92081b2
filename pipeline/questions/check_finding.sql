-- One row is a finding of a source in the build to be, what is serious first. Parameter: path.
SELECT sentence
FROM after.finding
WHERE source_path = $path
ORDER BY severity = 'serious' DESC, source_row NULLS FIRST, kind, sentence
