-- One row is a wave of a joint rollout. Key: run_id, wave. journal_vendor, service, area: whom it is for,
-- where it is not for everybody.
SELECT
    run_id,
    solution_id,
    name,
    type,
    deadline,
    wave,
    wave_start,
    journal_vendor,
    service,
    area,
    source
FROM seed_joint_rollout
