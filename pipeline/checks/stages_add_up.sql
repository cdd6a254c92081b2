-- A region whose stages do not add up to its municipalities, or those on the way to what is preparing.
SELECT as_of, solution_id, digi_region
FROM coverage
WHERE municipalities <> in_use + enabled + ordered + not_adopted + unknown
    OR preparing <> enabled + ordered
