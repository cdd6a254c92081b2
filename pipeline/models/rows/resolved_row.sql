-- One row is a row of a source file with its outcome. Key: source_path, source_row.
-- outcome is exactly one of accepted, duplicate (says what twin_row says), review, ignored (totals,
-- footers, and rows known or decided to mean no municipality) and rejected, so they add up to the rows read. A
-- municipality (or a published count, or a municipality's day in a run) that one file gives two values is a
-- conflict under review, never a coin toss (where each row is of another service, the kind says which counts;
-- to leave one wave and enrol in another on a day is none); a municipality that the solution is not meant for
-- is a region_mismatch. could_mean: what a row under review could mean, and what a rejected one is likely to
-- have said something of. decidable: a written decision can settle the row under review; decision is the line
-- of the one that was applied.
WITH named AS (
    SELECT
        s.*,
        CASE WHEN s.verdict = 'data' THEN r.municipality_code END AS municipality_code,
        r.municipality_code AS recognised_code,
        r.rule,
        CASE
            WHEN s.verdict <> 'data' OR s.evidence = 'totals' THEN NULL
            WHEN r.reason IS NOT NULL THEN r.reason
            WHEN r.municipality_code IS NOT NULL AND g.municipality_code IS NULL
                THEN 'region_mismatch'
        END AS doubt,
        CASE WHEN s.verdict = 'data' AND s.evidence <> 'totals' THEN r.decision END AS decision,
        CASE s.evidence
            WHEN 'totals' THEN s.list || '/' || s.printed_region
            WHEN 'enrolment' THEN r.municipality_code || '/' || e.run_id || '/'
                || coalesce(e.event_on, s.as_of)::VARCHAR
                || CASE WHEN e.event = 'withdrawn' AND e.enrolled_on < e.event_on
                    THEN coalesce('/' || e.wave, '') ELSE '' END
            ELSE r.municipality_code
        END AS subject,
        (e.event, e.wave, e.journal_vendor) AS enrolment
    FROM staged_row AS s
    LEFT JOIN seed_recognised AS r ON r.recognition = s.recognition
    LEFT JOIN solution_municipality AS g
        ON g.solution_id = s.solution_id AND g.municipality_code = r.municipality_code
    LEFT JOIN enrolment_row AS e ON e.source_path = s.source_path AND e.source_row = s.source_row
),

-- Few subjects stand twice in a file: only of those is it asked what their rows say.
repeated AS (
    SELECT source_path, solution_id, subject
    FROM named
    WHERE verdict = 'data' AND subject IS NOT NULL
    GROUP BY ALL
    HAVING count(*) > 1
),

spoken_of AS (
    SELECT
        source_path,
        solution_id,
        subject,
        k.of_services IS NOT NULL AND count(DISTINCT printed_service) = count(*) AS by_service,
        CASE
            WHEN NOT by_service THEN min(source_row)
            WHEN k.of_services = 'furthest' THEN arg_max(source_row, (stage_rank(stage), -source_row))
            ELSE arg_min(source_row, (stage_rank(stage), source_row))
        END AS first_row,
        CASE WHEN by_service THEN 1
            ELSE count(DISTINCT (stage, count, activity, activity_per_1000, population, enrolment))
        END AS versions
    FROM named
    JOIN repeated USING (source_path, solution_id, subject)
    JOIN seed_kind AS k USING (kind)
    WHERE verdict = 'data'
    GROUP BY source_path, solution_id, subject, k.of_services
),

judged AS (
    SELECT
        n.*,
        v.first_row,
        CASE
            WHEN n.verdict <> 'data' THEN n.verdict
            WHEN n.doubt IS NOT NULL THEN 'review'
            WHEN n.subject IS NULL THEN 'ignored'
            WHEN v.versions > 1 THEN 'review'
            WHEN n.source_row <> v.first_row THEN 'duplicate'
            ELSE 'accepted'
        END AS outcome
    FROM named AS n
    LEFT JOIN spoken_of AS v
        ON n.source_path = v.source_path
        AND n.solution_id = v.solution_id
        AND n.subject = v.subject
)

SELECT
    source_path,
    source_row,
    kind,
    owner,
    evidence,
    as_of,
    solution_id,
    list,
    printed_region,
    printed_name,
    printed_code,
    printed_org_number,
    printed_status,
    stage,
    count,
    activity,
    activity_per_1000,
    population,
    without_addresses(line) AS line,
    outcome,
    CASE
        WHEN outcome = 'review' THEN coalesce(doubt, 'conflict')
        WHEN outcome = 'rejected' THEN without_addresses(j.reason)
    END AS reason,
    CASE WHEN outcome IN ('accepted', 'duplicate') THEN j.municipality_code END AS municipality_code,
    CASE WHEN outcome IN ('accepted', 'duplicate') OR (outcome = 'ignored' AND verdict = 'data')
        THEN j.rule END AS rule,
    CASE WHEN outcome = 'duplicate' THEN first_row END AS twin_row,
    CASE
        WHEN outcome <> 'review' THEN []
        WHEN j.municipality_code IS NOT NULL THEN [
            {'code': j.municipality_code, 'score': 100.0::DOUBLE, 'rule': coalesce(doubt, 'conflict')}]
        ELSE coalesce(r.candidates, [])
    END AS candidates,
    CASE
        WHEN evidence = 'totals' OR outcome NOT IN ('review', 'rejected') THEN []
        WHEN j.recognised_code IS NOT NULL THEN [j.recognised_code]
        ELSE coalesce(r.could_mean, [])
    END AS could_mean,
    outcome = 'review' AND j.recognised_code IS NULL AS decidable,
    j.decision
FROM judged AS j
-- What is in doubt could mean several: lists too heavy to carry along for the rows that are sure.
LEFT JOIN seed_recognised AS r
    ON r.recognition = j.recognition AND j.outcome IN ('review', 'rejected')
