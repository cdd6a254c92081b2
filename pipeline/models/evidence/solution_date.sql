-- One row is a date on which any source speaks of a solution. Key: as_of, solution_id. It is the latest date
-- not after any day from as_of to until; the last of a solution has no end. previous_as_of: the date before.
SELECT
    as_of,
    solution_id,
    lag(as_of) OVER in_time AS previous_as_of,
    coalesce(lead(as_of) OVER in_time - 1, DATE '9999-12-31') AS until,
    until = DATE '9999-12-31' AS is_latest
FROM (SELECT as_of, solution_id FROM evidence UNION SELECT as_of, solution_id FROM enrolment_list)
WINDOW in_time AS (PARTITION BY solution_id ORDER BY as_of)
ORDER BY solution_id, as_of
