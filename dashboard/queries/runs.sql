-- One row is a wave of a joint rollout of the solution, or the whole run (wave "Alle"), in a Digi region or
-- the nation; see the model `run`. Parameters: solution, as_of.
SELECT
    run_id,
    name,
    type,
    deadline,
    days_left,
    wave,
    wave_start,
    journal_vendor,
    service,
    area,
    digi_region,
    list_as_of,
    enrolled,
    withdrawn,
    completed,
    in_use,
    median_days,
    timed,
    followed_180,
    in_use_180
FROM run
WHERE solution_id = $solution AND as_of = $as_of
ORDER BY name COLLATE nb, run_id, digi_region COLLATE nb, wave_start NULLS LAST, wave NULLS LAST
