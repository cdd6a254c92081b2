-- One row is what the enrolment lists up to a date last said of a municipality in a run, as they said it.
-- Key: as_of, run_id, municipality_code; as_of is every date that a list speaks for. event is NULL where
-- lists of one date contradict each other. What has no day of its own came after the enrolment that it ended,
-- and before any later one. Whoever leaves a wave after having enrolled in another stays in that.
-- said_as_of: the date of the list that says it.
WITH
-- All but a withdrawal from a wave by one that was known to have enrolled in another since.
counting AS (
    SELECT s.*
    FROM enrolment_statement AS s
    ANTI JOIN enrolment_statement AS o
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
)

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
