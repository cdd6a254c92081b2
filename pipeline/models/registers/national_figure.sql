-- One row is a figure published for the whole country. Key: as_of, solution_id, measure.
-- definition: what was counted, where that is not what measure says.
SELECT
    as_of,
    solution_id,
    measure,
    count AS published,
    source,
    note,
    definition
FROM seed_national_figure
ORDER BY ALL
