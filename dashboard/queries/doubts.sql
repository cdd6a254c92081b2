-- One row: what is in doubt in the figures of a solution and date. Parameters: solution, as_of.
SELECT
    (
        SELECT count(*) FROM review
        WHERE solution_id = $solution AND as_of = $as_of
    ) AS reviews,
    (
        SELECT count(*) FROM resolved_row
        WHERE outcome = 'rejected' AND source_path IN (FROM standing)
            AND as_of = $as_of AND coalesce(solution_id, $solution) = $solution
    ) AS rejected,
    (
        SELECT count(*) FROM control_total
        WHERE solution_id = $solution AND as_of = $as_of AND differs
    ) AS differing_totals,
    (
        SELECT count(*) FROM contradiction
        WHERE solution_id = $solution AND as_of = $as_of
    ) AS contradictions
