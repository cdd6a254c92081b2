-- One row is a decision that no row under review was found for.
SELECT line, printed_name
FROM decision
WHERE matched = 0
ORDER BY line
