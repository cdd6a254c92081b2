-- One row is a phase of a solution, as its catalogue entry tells it. Key: solution_id, place (in time).
-- since: when it began; as_of: the time that the source says it of. Both as printed, a year, a month or a
-- day, and NULL where no source gives them.
SELECT solution_id, place, phase, since, as_of, source
FROM seed_phase
ORDER BY ALL
