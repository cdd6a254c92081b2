-- One row is a solution that some source speaks of, in the order of the catalogue.
SELECT solution_id, short_name, name, definition, adopted_means
FROM solution
WHERE solution_id IN (SELECT solution_id FROM adoption)
ORDER BY sort_order
