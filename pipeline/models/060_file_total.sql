-- One row is a file's own total row against the sum of its rows. Key: source_path.
-- A total larger than the sum shows that rows are missing from the file.
WITH summed AS (
    SELECT
        source_path,
        max(coalesce(population, activity)) FILTER (outcome = 'ignored') AS published,
        sum(coalesce(population, activity)) FILTER (outcome IN ('accepted', 'review')) AS counted
    FROM resolved_row
    GROUP BY source_path
)
SELECT source_path, published, coalesce(counted, 0) AS counted
FROM summed
WHERE published IS NOT NULL
