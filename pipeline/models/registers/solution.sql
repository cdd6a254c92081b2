-- One row is a solution of the catalogue. Key: solution_id. is_offered: every municipality that it is meant
-- for may adopt it, by its phase; before that it is planned or tried out, and who lacks it is not behind.
SELECT
    solution_id,
    name,
    short_name,
    focus_area,
    owner,
    phase,
    phase IN ('klar til nasjonal bruk', 'innføring', 'forvaltning') AS is_offered,
    requires,
    geography,
    adopted_means,
    authority,
    definition,
    source,
    sort_order
FROM seed_solution
ORDER BY sort_order
