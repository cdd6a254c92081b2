-- A line of the register of try-outs whose solution or municipality is not known, or stands twice.
SELECT t.solution_id, t.printed_name
FROM tryout AS t
LEFT JOIN solution AS s ON s.solution_id = t.solution_id
GROUP BY t.solution_id, t.printed_name
HAVING count(t.municipality_code) <> 1 OR count(s.solution_id) <> 1
