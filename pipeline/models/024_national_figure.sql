-- One row is a published national figure or ambition. Key: as_of, solution_id, measure.
-- definition: what was counted, where that is not what measure says.
SELECT
    as_of::DATE AS as_of,
    solution_id,
    measure,
    count::BIGINT AS published,
    source,
    nullif(note, '') AS note,
    nullif(definition, '') AS definition
FROM seed_national_figure
ORDER BY ALL
