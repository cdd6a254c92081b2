-- One row is a municipality whose stage differs between two consecutive dates of a solution.
-- Key: solution_id, municipality_code, to_as_of.
SELECT
    solution_id,
    municipality_code,
    from_as_of,
    to_as_of,
    from_stage,
    to_stage
FROM (
    SELECT
        solution_id,
        municipality_code,
        lag(as_of) OVER in_time AS from_as_of,
        as_of AS to_as_of,
        lag(stage) OVER in_time AS from_stage,
        stage AS to_stage
    FROM adoption
    WINDOW in_time AS (PARTITION BY solution_id, municipality_code ORDER BY as_of)
)
WHERE from_stage IS NOT NULL AND from_stage <> to_stage
ORDER BY ALL
