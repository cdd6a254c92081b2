-- One row is a published national figure or ambition. Key: as_of, solution_id, measure.
SELECT
    as_of::DATE AS as_of,
    solution_id,
    measure,
    count::BIGINT AS published,
    source,
    nullif(note, '') AS note
FROM seed_national_figure
ORDER BY ALL
