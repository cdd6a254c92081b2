-- One row is what the enrolment lists up to a date last said of a municipality in a run.
-- Key: as_of, run_id, municipality_code; as_of is every date that a list speaks for. event is NULL where
-- lists of one date contradict each other, and where another complete list of the run, a version of the same
-- date or a later one, does not name a municipality that was enrolled (left_out: date and path of the first
-- such list): lists tell a withdrawal, so silence is none, but nobody vouches for the enrolment any more. What
-- has no day of its own came after the enrolment that it ended, and before any later one. Whoever leaves a
-- wave after having enrolled in another stays in that. said_as_of: the date of the list that says it.
WITH statement AS (
    SELECT
        r.as_of AS said_as_of,
        r.solution_id,
        r.municipality_code,
        split_part(r.source_path, '#', 1) AS file,
        e.* EXCLUDE (fault)
    FROM resolved_row AS r
    JOIN enrolment_row AS e ON e.source_path = r.source_path AND e.source_row = r.source_row
    WHERE r.outcome = 'accepted' AND r.municipality_code IS NOT NULL AND r.stands
),

-- All but a withdrawal from a wave by one that was known to have enrolled in another since.
counting AS (
    SELECT s.*
    FROM statement AS s
    ANTI JOIN statement AS o
        ON o.run_id = s.run_id
        AND o.municipality_code = s.municipality_code
        AND o.said_as_of <= s.said_as_of
        AND o.wave <> s.wave
        AND o.enrolled_on > s.enrolled_on
        AND o.event <> 'withdrawn'
        AND s.event = 'withdrawn'
),

ranked AS (
    SELECT
        l.as_of,
        s.*,
        dense_rank() OVER (
            PARTITION BY l.as_of, s.run_id, s.municipality_code
            ORDER BY
                s.said_as_of DESC,
                coalesce(s.event_on, s.enrolled_on, s.said_as_of) DESC,
                s.event_on IS NULL DESC
        ) AS place
    FROM enrolment_list AS l
    JOIN counting AS s ON s.solution_id = l.solution_id AND s.said_as_of <= l.as_of
),

last_said AS (
    SELECT
        as_of,
        solution_id,
        run_id,
        municipality_code,
        CASE WHEN count(DISTINCT event) = 1 THEN any_value(event) END AS event,
        CASE WHEN count(DISTINCT wave) = 1 THEN any_value(wave) END AS wave,
        min(enrolled_on) AS enrolled_on,
        any_value(event_on) AS event_on,
        said_as_of,
        arg_min({
            'path': source_path, 'line': source_row,
            'journal_vendor': journal_vendor, 'contact': contact
        }, (source_path, source_row)) AS source
    FROM ranked
    WHERE place = 1
    GROUP BY as_of, solution_id, run_id, municipality_code, said_as_of
),

named_in AS (
    SELECT run_id, said_as_of, municipality_code, list(DISTINCT file) AS files
    FROM statement
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
    FROM statement AS s
    JOIN statement AS o
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
    FROM last_said AS s
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
