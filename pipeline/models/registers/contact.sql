-- One row is a line of data/register/kontakter.csv: whom to call for a municipality, or for a Digi
-- region, about any solution or one. Key: line. What a contact does not depend on is NULL.
SELECT line, solution_id, digi_region, municipality_code, contact
FROM seed_contact
ORDER BY line
