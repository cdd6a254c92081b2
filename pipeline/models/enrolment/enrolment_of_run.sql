-- One row is what the enrolment lists up to a date say of a municipality in a run. Key: as_of, run_id,
-- municipality_code. event is NULL where lists contradict each other, and where another complete list of the
-- run, a version of the same date or a later one, does not name a municipality that was enrolled (left_out:
-- date and path of the first such list): lists tell a withdrawal, so silence is none, but nobody vouches for
-- the enrolment any more. The rest as in last_said_of_run.
WITH named_in AS (
    SELECT run_id, said_as_of, municipality_code, list(DISTINCT file) AS files
    FROM enrolment_statement
    GROUP BY ALL
),

whole AS (
    SELECT run.run_id, as_of, list(DISTINCT split_part(run.path, '#', 1)) AS paths
    FROM enrolment_list, unnest(whole_runs) AS listed(run)
    GROUP BY ALL
),

-- Two lists of a date that both name somebody are versions of one; such that name nobody in common are
-- parts of it. The sheets of a workbook are one file.
version AS (
    SELECT DISTINCT s.run_id, s.said_as_of, s.file, o.file AS other
    FROM enrolment_statement AS s
    JOIN enrolment_statement AS o
        ON o.run_id = s.run_id
        AND o.said_as_of = s.said_as_of
        AND o.municipality_code = s.municipality_code
        AND o.file <> s.file
    JOIN whole AS w ON w.run_id = o.run_id AND w.as_of = o.said_as_of AND list_contains(w.paths, o.file)
),

silent AS (
    SELECT
        s.*,
        (
            SELECT min(v.other)
            FROM version AS v
            WHERE v.run_id = s.run_id
                AND v.said_as_of = s.said_as_of
                AND list_contains(i.files, v.file)
                AND NOT list_contains(i.files, v.other)
        ) AS beside,
        CASE WHEN n.as_of <= s.as_of THEN {'as_of': n.as_of, 'path': n.paths[1]} END AS later
    FROM last_said_of_run AS s
    JOIN named_in AS i USING (run_id, said_as_of, municipality_code)
    ASOF LEFT JOIN whole AS n ON n.run_id = s.run_id AND n.as_of > s.said_as_of
)

SELECT
    * EXCLUDE (event, beside, later),
    CASE
        WHEN event = 'enrolled' AND beside IS NOT NULL THEN {'as_of': said_as_of, 'path': beside}
        WHEN event = 'enrolled' THEN later
    END AS left_out,
    CASE WHEN left_out IS NULL THEN event END AS event
FROM silent
