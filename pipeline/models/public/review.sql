-- One row is a source row, of a file that stands, that the program will not decide alone.
-- Key: source_path, source_row.
-- candidates: codes of the municipalities it could mean, the likeliest first; suggestions: the same
-- with names, score (0-100) and the rule that offers each. could_mean: every code, also where they are
-- more than the candidates. stage, or event of an enrolment list: what the row says of the one it means.
-- printed: what a decision is made on, the name or, without one, the number.
SELECT
    r.source_path,
    r.source_row,
    r.solution_id,
    r.printed_name,
    r.printed_code,
    r.printed_region AS digi_region,
    r.reason,
    [c.code FOR c IN r.candidates] AS candidates,
    r.kind,
    r.as_of,
    r.stage,
    e.event,
    r.could_mean,
    r.decidable,
    coalesce(r.printed_name, r.printed_code, r.printed_org_number) AS printed,
    (
        SELECT coalesce(list({'code': c.code, 'name': m.name, 'score': c.score, 'rule': c.rule}
            ORDER BY c.place), [])
        FROM (
            SELECT unnest(r.candidates, recursive := true), generate_subscripts(r.candidates, 1) AS place
        ) AS c
        JOIN municipality AS m ON m.municipality_code = c.code
    ) AS suggestions
FROM resolved_row AS r
LEFT JOIN enrolment_row AS e ON e.source_path = r.source_path AND e.source_row = r.source_row
WHERE r.outcome = 'review' AND r.source_path IN (FROM standing)
ORDER BY r.source_path, r.source_row
