-- A region whose stages do not add up to its municipalities.
SELECT as_of, solution_id, digi_region
FROM coverage
WHERE municipalities <> in_use + enabled + ordered + not_adopted + unknown
