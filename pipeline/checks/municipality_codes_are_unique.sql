-- A municipality that the register holds twice, or whose code is not four digits.
SELECT municipality_code
FROM municipality
GROUP BY municipality_code
HAVING count(*) > 1 OR NOT regexp_full_match(municipality_code, '\d{4}')
