-- One row is a solution that some source speaks of, in the order of the catalogue. is_offered: see the
-- table solution.
SELECT solution_id, short_name, name, definition, adopted_means, is_offered
FROM solution
WHERE solution_id IN (SELECT solution_id FROM solution_date)
ORDER BY sort_order
