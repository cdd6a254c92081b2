-- One row is a row of a source file, as text and as read. Key: source_path, source_row.
-- verdict: data, ignored (totals and footers) or rejected (with the reason); what the names mean
-- comes later, in resolved_row.
WITH numbered AS (
    SELECT
        * REPLACE (source_path::VARCHAR AS source_path),
        number_text(count) AS count_text,
        number_text(activity) AS activity_text,
        number_text(activity_per_1000) AS ratio_text,
        number_text(population) AS population_text
    FROM seed_row
),

-- Words repeat: each different one is made comparable once.
solution_word AS (
    SELECT w.solution, a.solution_id
    FROM (SELECT DISTINCT solution FROM seed_row) AS w
    JOIN seed_alias AS a ON a.alias = normal(w.solution)
),

list_word AS (
    SELECT l.kind, w.list AS printed, l.list
    FROM (SELECT DISTINCT list FROM seed_row) AS w
    JOIN seed_kind_list AS l ON l.printed = normal(w.list)
),

status_word AS (
    SELECT s.kind, w.status, s.stage
    FROM (SELECT DISTINCT coalesce(status, '') AS status FROM seed_row) AS w
    JOIN seed_kind_status AS s ON s.printed = normal(w.status)
),

typed AS (
    SELECT
        r.source_path,
        r.source_row,
        r.recognition,
        f.kind,
        f.as_of,
        f.owner,
        k.evidence,
        r.verdict,
        r.reason,
        r.line,
        coalesce(k.solution_id, a.solution_id) AS solution_id,
        l.list,
        r.region AS printed_region,
        r.name AS printed_name,
        r.code AS printed_code,
        r.org_number AS printed_org_number,
        r.status AS printed_status,
        r.service AS printed_service,
        parse_count(r.count_text) AS count,
        parse_count(r.activity_text) AS activity,
        parse_ratio(r.ratio_text) AS activity_per_1000,
        parse_count(r.population_text) AS population,
        s.stage AS status_stage,
        k.listed_stage,
        k.listed_without_activity,
        CASE
            WHEN r.verdict <> 'data' THEN NULL
            WHEN coalesce(k.solution_id, a.solution_id) IS NULL
                THEN format('ukjent løsning «{}»', coalesce(r.solution, ''))
            WHEN k.evidence = 'totals' AND l.list IS NULL
                THEN format('ukjent liste «{}»', coalesce(r.list, ''))
            WHEN k.evidence = 'totals' AND r.region <> 'Hele landet'
                AND r.region NOT IN (SELECT digi_region FROM municipality)
                THEN format('ukjent Digi-region «{}»', r.region)
            WHEN k.evidence = 'status' AND s.stage IS NULL
                THEN format('ukjent status «{}»', coalesce(r.status, ''))
            WHEN e.fault IS NOT NULL THEN e.fault
            WHEN k.evidence = 'totals' AND r.count_text IS NULL THEN 'linjen mangler antall'
            ELSE coalesce(
                number_fault(r.count, r.count_text, parse_count(r.count_text)),
                number_fault(r.activity, r.activity_text, parse_count(r.activity_text)),
                number_fault(r.activity_per_1000, r.ratio_text, parse_ratio(r.ratio_text)),
                number_fault(r.population, r.population_text, parse_count(r.population_text)))
        END AS fault
    FROM numbered AS r
    JOIN seed_source AS f ON f.path = r.source_path
    JOIN seed_kind AS k ON k.kind = f.kind
    LEFT JOIN solution_word AS a ON a.solution = r.solution
    LEFT JOIN list_word AS l ON l.kind = f.kind AND l.printed = r.list
    LEFT JOIN status_word AS s ON s.kind = f.kind AND s.status = coalesce(r.status, '')
    LEFT JOIN enrolment_row AS e ON e.source_path = r.source_path AND e.source_row = r.source_row
)

SELECT
    * EXCLUDE (verdict, reason, fault, status_stage, listed_stage, listed_without_activity),
    -- Where activity decides, a list that does not give it leaves open whether there is any.
    CASE
        WHEN evidence = 'status' THEN status_stage
        WHEN listed_without_activity IS NULL THEN listed_stage
        WHEN activity = 0 THEN listed_without_activity
        WHEN coalesce(activity, activity_per_1000) > 0 THEN listed_stage
        ELSE 'unknown'
    END AS stage,
    CASE WHEN fault IS NULL THEN verdict ELSE 'rejected' END AS verdict,
    coalesce(reason, fault) AS reason
FROM typed
