-- One row is a municipality for a solution and date, with what its stage rests on. category: what the map
-- shows the stage as. earlier_*: another owner said that it had come further. review_name: the printed name
-- in doubt that makes it unknown; the ground it would have had stands on that row. scope: of whom the file
-- that its stage rests on can speak, where that is not everybody. not_covered: it is unknown, and the lists
-- of that date go no further than this.
-- Parameters: solution, as_of, municipality; NULL is every one.
WITH limited AS (
    SELECT
        r.solution_id, r.source_path, f.as_of, r.scope,
        f.evidence <> 'enrolment' AND r.source_path IN (FROM standing) AS speaks
    FROM reach AS r
    JOIN source_file AS f ON f.path = r.source_path
    WHERE NOT r.whole
)

SELECT
    a.solution_id,
    s.short_name,
    a.as_of,
    a.municipality_code,
    m.name,
    m.county_name,
    m.digi_region,
    m.health_region,
    m.population,
    m.org_number,
    a.stage,
    t.category,
    a.enrolled,
    r.name AS run_name,
    a.wave,
    coalesce(a.evidence_as_of, p.as_of) AS evidence_as_of,
    coalesce(a.source_path, p.source_path) AS source_path,
    coalesce(a.source_row, p.source_row) AS source_row,
    f.owner,
    coalesce(f.source, f.title) AS source,
    c.earlier_stage,
    c.earlier_owner,
    c.earlier_as_of,
    p.printed_name AS review_name,
    l.scope,
    CASE WHEN a.stage = 'unknown' AND p.source_path IS NULL THEN (
        SELECT string_agg(DISTINCT o.scope, ' og ' ORDER BY o.scope)
        FROM limited AS o
        WHERE o.speaks AND o.as_of = a.as_of AND o.solution_id = a.solution_id
        HAVING NOT bool_or((o.source_path, a.municipality_code) IN (
            SELECT (source_path, municipality_code) FROM covered))
    ) END AS not_covered
FROM adoption AS a
JOIN municipality AS m USING (municipality_code)
JOIN stage AS t USING (stage)
JOIN solution AS s ON s.solution_id = a.solution_id
LEFT JOIN (SELECT DISTINCT run_id, name FROM joint_rollout) AS r USING (run_id)
LEFT JOIN contradiction AS c
    ON c.as_of = a.as_of
    AND c.solution_id = a.solution_id
    AND c.municipality_code = a.municipality_code
LEFT JOIN (
    SELECT
        d.as_of, d.solution_id, d.municipality_code,
        min(d.source_path) AS source_path,
        arg_min(d.source_row, (d.source_path, d.source_row)) AS source_row,
        arg_min(coalesce(r.printed_name, r.line), (d.source_path, d.source_row)) AS printed_name
    FROM doubt AS d
    JOIN resolved_row AS r ON r.source_path = d.source_path AND r.source_row = d.source_row
    GROUP BY ALL
) AS p
    ON p.as_of = a.as_of
    AND p.solution_id = a.solution_id
    AND p.municipality_code = a.municipality_code
    AND a.stage = 'unknown'
LEFT JOIN source_file AS f ON f.path = coalesce(a.source_path, p.source_path)
LEFT JOIN limited AS l ON l.source_path = f.path AND l.solution_id = a.solution_id
WHERE a.solution_id = coalesce($solution, a.solution_id)
    AND a.as_of = coalesce($as_of::DATE, a.as_of)
    AND a.municipality_code = coalesce($municipality, a.municipality_code)
ORDER BY s.sort_order, a.as_of DESC, m.name COLLATE nb, a.municipality_code
