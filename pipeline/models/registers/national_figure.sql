-- One row is a figure published for the whole country. Key: as_of, solution_id, measure.
-- counts: what the measure counts (data/register/measures.csv). definition: what was counted, where that is
-- not what measure says.
SELECT
    as_of,
    solution_id,
    measure,
    counts,
    count AS published,
    source,
    note,
    definition
FROM seed_national_figure
ORDER BY ALL
