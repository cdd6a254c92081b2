-- One row is a solution of the catalogue that no list per municipality speaks of: its phase, the last
-- number in use that was published, its ambition, and how many municipalities try it out.
WITH published AS (
    SELECT solution_id, count, as_of, source
    FROM series
    WHERE published AND measure = 'in_use'
    QUALIFY row_number() OVER (PARTITION BY solution_id ORDER BY as_of DESC) = 1
),

goal AS (
    SELECT solution_id, count AS ambition, as_of AS ambition_by
    FROM series
    WHERE measure = 'ambition'
    QUALIFY row_number() OVER (PARTITION BY solution_id ORDER BY as_of DESC) = 1
)

SELECT
    s.solution_id,
    s.name,
    s.phase,
    p.count AS published,
    p.as_of AS published_as_of,
    p.source AS published_source,
    g.ambition,
    g.ambition_by,
    (SELECT count(*) FROM tryout AS t WHERE t.solution_id = s.solution_id) AS tryouts
FROM solution AS s
LEFT JOIN published AS p USING (solution_id)
LEFT JOIN goal AS g USING (solution_id)
WHERE s.solution_id NOT IN (SELECT solution_id FROM solution_date)
ORDER BY s.sort_order
