-- A municipality whose code is not four digits.
SELECT municipality_code FROM municipality WHERE NOT regexp_full_match(municipality_code, '\d{4}')
