-- A stage that is none of the five words.
SELECT as_of, solution_id, municipality_code, stage
FROM adoption
WHERE stage NOT IN ('not_adopted', 'ordered', 'enabled', 'in_use', 'unknown')
