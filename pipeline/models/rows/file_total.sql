-- One row is a file's own total row against the sum of its rows. Key: source_path.
-- A total larger than the sum shows that rows are missing from the file. A row that is known or decided to
-- mean no municipality is no total; what it counts is part of the file's total all the same. A name that stands
-- twice counts once.
WITH counted AS (
    SELECT source_path, printed_name, max(coalesce(population, activity)) AS figure
    FROM resolved_row
    WHERE outcome IN ('accepted', 'review') OR (outcome = 'ignored' AND rule IS NOT NULL)
    GROUP BY ALL
),

published AS (
    SELECT source_path, max(coalesce(population, activity)) AS figure
    FROM resolved_row
    WHERE outcome = 'ignored' AND rule IS NULL
    GROUP BY ALL
)

SELECT p.source_path, p.figure AS published, coalesce(sum(c.figure), 0) AS counted
FROM published AS p
LEFT JOIN counted AS c ON c.source_path = p.source_path
WHERE p.figure IS NOT NULL
GROUP BY ALL
