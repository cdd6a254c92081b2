-- One row is a municipality that a source says is, or is not, enrolled in a joint rollout.
-- Key: as_of, solution_id, municipality_code. Where a list names the enrolled ones, the list decides: the
-- last it said of each; one that was never named is not enrolled when the list is complete. A row under
-- review, or one that could not be read, makes enrolled NULL for whoever it could mean, until a later list
-- says. Before the first list, what published counts leave no choice about. enrolment_list: the date of the
-- list, NULL for published counts. A municipality in several runs is shown in the one it has not left.
WITH said AS (
    SELECT
        as_of,
        solution_id,
        municipality_code,
        arg_max(
            {
                'event': event, 'run_id': run_id, 'wave': wave, 'enrolled_on': enrolled_on,
                'as_of': said_as_of, 'source': source
            },
            (
                CASE WHEN event IS NULL THEN 1 WHEN event = 'withdrawn' THEN 0 ELSE 2 END,
                said_as_of,
                coalesce(enrolled_on, said_as_of),
                run_id
            )
        ) AS last
    FROM enrolment_of_run
    GROUP BY as_of, solution_id, municipality_code
),

doubted AS (
    SELECT l.as_of, l.solution_id, d.municipality_code, max(d.as_of) AS doubt_as_of
    FROM enrolment_list AS l
    JOIN doubt AS d ON d.solution_id = l.solution_id AND d.as_of <= l.as_of
    WHERE d.evidence = 'enrolment'
    GROUP BY ALL
),

-- Whom a complete list of a part of the country can speak of.
part AS (
    SELECT DISTINCT h.solution_id, z.municipality_code, f.as_of
    FROM reach AS h
    JOIN source_file AS f ON f.path = h.source_path
    JOIN covered AS z ON z.source_path = h.source_path
    WHERE f.evidence = 'enrolment' AND f.complete AND NOT h.whole AND h.source_path IN (FROM standing)
),

named AS (
    SELECT
        l.as_of,
        l.solution_id,
        g.municipality_code,
        greatest(l.complete_as_of, p.as_of) AS told_as_of,
        CASE
            WHEN s.last IS NOT NULL AND coalesce(d.doubt_as_of <= s.last.as_of, true)
                THEN s.last.event <> 'withdrawn'
            WHEN s.last IS NULL AND coalesce(d.doubt_as_of < told_as_of, told_as_of IS NOT NULL)
                THEN false
        END AS enrolled,
        s.last,
        coalesce(s.last.source.path, l.source_path) AS source_path
    FROM enrolment_list AS l
    JOIN solution_municipality AS g ON g.solution_id = l.solution_id
    LEFT JOIN said AS s
        ON s.as_of = l.as_of
        AND s.solution_id = l.solution_id
        AND s.municipality_code = g.municipality_code
    LEFT JOIN doubted AS d
        ON d.as_of = l.as_of
        AND d.solution_id = l.solution_id
        AND d.municipality_code = g.municipality_code
    ASOF LEFT JOIN part AS p
        ON p.solution_id = l.solution_id
        AND p.municipality_code = g.municipality_code
        AND p.as_of <= l.as_of
)

SELECT
    as_of,
    solution_id,
    municipality_code,
    enrolled,
    CASE WHEN enrolled THEN last.run_id END AS run_id,
    CASE WHEN enrolled THEN last.wave END AS wave,
    CASE WHEN enrolled THEN last.enrolled_on END AS enrolled_date,
    enrolled AND last.event = 'completed' AS completed,
    last.source.journal_vendor AS journal_vendor,
    last.source.contact AS contact,
    as_of AS enrolment_list,
    source_path,
    last.source.line AS source_row
FROM named

UNION ALL BY NAME

SELECT i.*
FROM inferred_enrolment AS i
ANTI JOIN enrolment_list AS l ON l.solution_id = i.solution_id AND l.as_of <= i.as_of
