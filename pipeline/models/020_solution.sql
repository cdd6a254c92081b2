-- One row is a solution of the catalogue. Key: solution_id.
SELECT
    solution_id,
    name,
    short_name,
    focus_area,
    owner,
    phase,
    requires,
    geography,
    adopted_means,
    authority,
    definition,
    source,
    sort_order
FROM seed_solution
ORDER BY sort_order
