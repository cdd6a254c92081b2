-- One row is what an owner of sources means by adopted. Key: solution_id, owner.
SELECT solution_id, owner, meaning
FROM seed_meaning
ORDER BY ALL
