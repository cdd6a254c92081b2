-- One row is a municipality that takes part in trying out a solution. Key: solution_id,
-- municipality_code. as_of: the last day of the month that the source speaks for.
SELECT
    t.solution_id,
    m.municipality_code,
    t.municipality AS printed_name,
    last_day((t.as_of || '-01')::DATE) AS as_of,
    t.note,
    t.source
FROM seed_tryout AS t
LEFT JOIN municipality AS m ON m.municipality_code = t.municipality_code
ORDER BY ALL
