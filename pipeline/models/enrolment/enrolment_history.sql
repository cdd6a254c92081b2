-- One row is something that happened to a municipality in a joint rollout. Key: solution_id,
-- municipality_code, run_id, wave, event, event_on. event: enrolled, withdrawn or completed; event_on: its
-- day, NULL where no list gives it. first_as_of and last_as_of: the lists that say so; source_path and
-- source_row: the first of them. Nothing here is taken away by a later list.
SELECT
    solution_id,
    municipality_code,
    run_id,
    wave,
    event,
    event_on,
    min(enrolled_on) AS enrolled_on,
    min(said_as_of) AS first_as_of,
    max(said_as_of) AS last_as_of,
    arg_min(source_path, (said_as_of, source_path, source_row)) AS source_path,
    arg_min(source_row, (said_as_of, source_path, source_row)) AS source_row
FROM enrolment_statement
GROUP BY ALL
ORDER BY solution_id, municipality_code, min(said_as_of), event_on
