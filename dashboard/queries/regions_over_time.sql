-- One row is a Digi region (or the nation) on a date of a solution's lists: how many have adopted, of how
-- many. new: how many have adopted since the date before; NULL on the first.
-- Parameters: solution, as_of (the last date that is shown).
WITH fresh AS (
    SELECT c.to_as_of AS as_of, coalesce(m.digi_region, 'Hele landet') AS digi_region, count(*) AS new
    FROM change AS c
    JOIN municipality AS m USING (municipality_code)
    WHERE c.solution_id = $solution AND c.what = 'new'
    GROUP BY GROUPING SETS ((c.to_as_of, m.digi_region), (c.to_as_of))
)

SELECT
    c.digi_region,
    c.as_of,
    c.municipalities,
    c.adopted,
    c.is_mostly_unknown,
    CASE WHEN lag(c.as_of) OVER (PARTITION BY c.digi_region ORDER BY c.as_of) IS NOT NULL
        THEN coalesce(f.new, 0) END AS new
FROM coverage AS c
LEFT JOIN fresh AS f ON f.as_of = c.as_of AND f.digi_region = c.digi_region
WHERE c.solution_id = $solution AND c.as_of <= $as_of
ORDER BY c.digi_region = 'Hele landet' DESC, c.digi_region COLLATE nb, c.as_of
