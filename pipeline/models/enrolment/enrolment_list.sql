-- One row is a date on which enrolment lists speak of a solution. Key: as_of, solution_id. complete_as_of:
-- the last date up to then on which a complete list of it, of everybody, could be read; whole_runs: the runs
-- that such a list of this date names, and its path; source_path: a list of this date, a complete one first.
-- A list of which no row can be used speaks too, by what it leaves open, but is never the first: until
-- one could be read, published counts are the best there is.
SELECT
    r.as_of,
    r.solution_id,
    max(r.as_of) FILTER (bool_or(f.complete AND h.whole AND r.outcome = 'accepted')) OVER (
        PARTITION BY r.solution_id ORDER BY r.as_of
    ) AS complete_as_of,
    list(DISTINCT {'run_id': e.run_id, 'path': r.source_path}) FILTER (f.complete AND h.whole) AS whole_runs,
    arg_min(r.source_path, (NOT f.complete, r.source_path)) AS source_path
FROM resolved_row AS r
JOIN source_file AS f ON f.path = r.source_path
JOIN reach AS h ON h.source_path = r.source_path AND h.solution_id = r.solution_id
JOIN enrolment_row AS e ON e.source_path = r.source_path AND e.source_row = r.source_row
WHERE r.source_path IN (FROM standing) AND r.solution_id IS NOT NULL
GROUP BY r.as_of, r.solution_id
QUALIFY bool_or(bool_or(r.outcome = 'accepted')) OVER (PARTITION BY r.solution_id ORDER BY r.as_of)
