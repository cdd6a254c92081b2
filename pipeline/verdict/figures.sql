-- One row is a source that prints figures of municipalities which can be held against the register. wrong: the
-- rows with a population a quarter off that of the register, or with a use by inhabitant that is not what its
-- use and the register give.
SELECT
    source_path AS path,
    count(*) AS rows,
    count(*) FILTER (abs(r.population - m.population) > m.population / 4 OR abs(
        1000 * r.activity / m.population - r.activity_per_1000) > 1 + r.activity_per_1000 / 4) AS wrong
FROM resolved_row AS r
JOIN municipality AS m ON m.municipality_code = r.municipality_code
WHERE r.outcome = 'accepted'
    AND (r.population IS NOT NULL OR (r.activity IS NOT NULL AND r.activity_per_1000 IS NOT NULL))
GROUP BY ALL
ORDER BY ALL
