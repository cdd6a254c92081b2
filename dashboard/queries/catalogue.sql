-- One row is a solution of the catalogue, in its order, with what is told of it. municipalities: how many it
-- is meant for; requires: names; listed: some source speaks of it municipality by municipality;
-- counted: there are figures for the whole country, or an ambition, at least.
SELECT
    s.solution_id,
    s.short_name,
    s.name,
    s.definition,
    s.owner,
    s.adopted_means,
    s.geography,
    (SELECT count(*) FROM solution_municipality AS g WHERE g.solution_id = s.solution_id)
        AS municipalities,
    s.phase,
    (
        SELECT coalesce(list({'phase': p.phase, 'since': p.since, 'as_of': p.as_of,
            'source': p.source} ORDER BY p.place), [])
        FROM solution_phase AS p
        WHERE p.solution_id = s.solution_id
    ) AS phases,
    (
        SELECT coalesce(list({'due': a.due, 'count': a.count, 'source': a.source, 'note': a.note}
            ORDER BY a.due), [])
        FROM ambition AS a
        WHERE a.solution_id = s.solution_id
    ) AS ambitions,
    (
        SELECT coalesce(list({'owner': m.owner, 'meaning': m.meaning} ORDER BY m.owner DESC), [])
        FROM solution_meaning AS m
        WHERE m.solution_id = s.solution_id
    ) AS meanings,
    (
        SELECT coalesce(list(r.short_name ORDER BY r.sort_order), [])
        FROM solution AS r
        WHERE list_contains(s.requires, r.solution_id)
    ) AS requires,
    s.solution_id IN (SELECT solution_id FROM solution_date) AS listed,
    s.solution_id IN (SELECT solution_id FROM series) AS counted
FROM solution AS s
ORDER BY s.sort_order
