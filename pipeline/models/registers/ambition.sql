-- One row is how many municipalities are to have adopted a solution by a day. Key: solution_id, due.
SELECT solution_id, due, count, source, note
FROM seed_ambition
ORDER BY ALL
