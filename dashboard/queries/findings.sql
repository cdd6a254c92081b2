-- One row is something in a file that a person should look at; not of a file that another has replaced.
-- holds_back: it keeps the file from counting. confirmed: why the file counts in spite of what is serious.
-- What holds a file back is first, then what is newest.
SELECT
    f.source_path,
    f.source_row,
    s.as_of,
    f.severity = 'serious' AS serious,
    serious AND s.verdict = 'held_back' AS holds_back,
    CASE WHEN serious THEN s.confirmed END AS confirmed,
    f.sentence
FROM finding AS f
JOIN source_file AS s ON s.path = f.source_path
WHERE s.replaced_by IS NULL
ORDER BY holds_back DESC, s.as_of DESC, serious DESC, f.source_path, f.source_row NULLS FIRST, f.sentence
