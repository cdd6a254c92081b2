-- One row is a wave of a joint rollout. Key: run_id, wave.
SELECT
    run_id,
    solution_id,
    name,
    type,
    TRY_CAST(deadline AS DATE) AS deadline,
    nullif(wave, '') AS wave,
    TRY_CAST(wave_start AS DATE) AS wave_start,
    nullif(journal_vendor, '') AS journal_vendor,
    source
FROM seed_joint_rollout
