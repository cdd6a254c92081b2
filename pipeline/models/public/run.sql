-- One row is a wave of a joint rollout in a Digi region (or the nation, "Hele landet") on a date that any
-- source speaks of its solution. Key: as_of, run_id, wave, digi_region. wave is "Alle" for the whole run
-- and NULL for those whose list gives none. Counts are of municipalities that lists name, and NULL before
-- the first list: enrolled (completed ones included), withdrawn, completed, in_use (of the enrolled).
-- median_days: from enrolment to the first date that a source shows use, of the timed ones; left out are
-- those who used it before they enrolled, or that no source shows without it: when they began is unknown. journal_vendor, service, area: whom the wave (or the run, if
-- it has none) is for. followed_180: those whose 180 days are over;
-- in_use_180: those of them that came into use in time. days_left: negative when the deadline has passed.
WITH moment AS (
    SELECT a.as_of, a.solution_id, max(e.as_of) AS list_as_of
    FROM solution_date AS a
    LEFT JOIN (SELECT DISTINCT as_of, solution_id FROM enrolment_of_run) AS e
        ON e.solution_id = a.solution_id AND e.as_of <= a.as_of
    GROUP BY ALL
),

first_use AS (
    SELECT
        solution_id,
        municipality_code,
        min(as_of) FILTER (stage = 'in_use') AS day,
        coalesce(day > min(as_of) FILTER (stage NOT IN ('in_use', 'unknown')), false) AS seen_to_begin
    FROM adoption
    GROUP BY ALL
),

member AS (
    SELECT
        m.as_of,
        e.run_id,
        e.wave,
        g.digi_region,
        e.event,
        a.stage,
        e.enrolled_on <= m.as_of - 180 AS followed,
        CASE WHEN u.day <= m.as_of THEN u.day - e.enrolled_on END AS waited,
        CASE WHEN u.seen_to_begin AND waited >= 0 THEN waited END AS days
    FROM moment AS m
    JOIN enrolment_of_run AS e ON e.solution_id = m.solution_id AND e.as_of = m.list_as_of
    JOIN municipality AS g ON g.municipality_code = e.municipality_code
    JOIN adoption AS a
        ON a.as_of = m.as_of
        AND a.solution_id = m.solution_id
        AND a.municipality_code = e.municipality_code
    LEFT JOIN first_use AS u
        ON u.solution_id = m.solution_id AND u.municipality_code = e.municipality_code
),

counted AS (
    SELECT
        as_of,
        run_id,
        CASE WHEN grouping(wave) = 1 THEN 'Alle' ELSE wave END AS wave,
        CASE WHEN grouping(digi_region) = 1 THEN 'Hele landet' ELSE digi_region END AS digi_region,
        count(*) FILTER (event <> 'withdrawn') AS enrolled,
        count(*) FILTER (event = 'withdrawn') AS withdrawn,
        count(*) FILTER (event = 'completed') AS completed,
        count(*) FILTER (event <> 'withdrawn' AND stage = 'in_use') AS in_use,
        median(days) FILTER (event <> 'withdrawn') AS median_days,
        count(days) FILTER (event <> 'withdrawn') AS timed,
        count(*) FILTER (event <> 'withdrawn' AND followed AND (days IS NOT NULL OR waited IS NULL))
            AS followed_180,
        count(*) FILTER (event <> 'withdrawn' AND followed AND days <= 180) AS in_use_180
    FROM member
    GROUP BY GROUPING SETS (
        (as_of, run_id, wave, digi_region), (as_of, run_id, wave),
        (as_of, run_id, digi_region), (as_of, run_id))
),

-- Every run and wave stands in every region it is meant for, with nobody in it too.
area AS (
    SELECT DISTINCT solution_id, digi_region FROM solution_municipality
    UNION
    SELECT solution_id, 'Hele landet' FROM solution
),

part AS (
    SELECT run_id, wave, wave_start, journal_vendor, service, area
    FROM joint_rollout
    WHERE wave IS NOT NULL
    UNION
    SELECT
        run_id,
        'Alle',
        NULL,
        any_value(journal_vendor) FILTER (wave IS NULL),
        any_value(service) FILTER (wave IS NULL),
        any_value(area) FILTER (wave IS NULL)
    FROM joint_rollout
    GROUP BY run_id
    UNION
    SELECT DISTINCT run_id, NULL, NULL, NULL, NULL, NULL FROM member WHERE wave IS NULL
)

SELECT
    m.as_of,
    r.run_id,
    r.solution_id,
    p.wave,
    a.digi_region,
    r.name,
    r.type,
    r.deadline,
    r.deadline - m.as_of AS days_left,
    p.wave_start,
    p.journal_vendor,
    p.service,
    p.area,
    m.list_as_of,
    CASE WHEN m.list_as_of IS NOT NULL THEN coalesce(c.enrolled, 0) END AS enrolled,
    CASE WHEN m.list_as_of IS NOT NULL THEN coalesce(c.withdrawn, 0) END AS withdrawn,
    CASE WHEN m.list_as_of IS NOT NULL THEN coalesce(c.completed, 0) END AS completed,
    CASE WHEN m.list_as_of IS NOT NULL THEN coalesce(c.in_use, 0) END AS in_use,
    c.median_days,
    coalesce(c.timed, 0) AS timed,
    coalesce(c.followed_180, 0) AS followed_180,
    coalesce(c.in_use_180, 0) AS in_use_180
FROM (SELECT DISTINCT run_id, solution_id, name, type, deadline FROM joint_rollout) AS r
JOIN moment AS m ON m.solution_id = r.solution_id
JOIN part AS p ON p.run_id = r.run_id
JOIN area AS a ON a.solution_id = r.solution_id
LEFT JOIN counted AS c
    ON c.as_of = m.as_of
    AND c.run_id = r.run_id
    AND c.wave IS NOT DISTINCT FROM p.wave
    AND c.digi_region = a.digi_region
ORDER BY r.solution_id, r.run_id, m.as_of, a.digi_region, p.wave
