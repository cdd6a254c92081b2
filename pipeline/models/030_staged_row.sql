-- One row is a row of a source file, as text and as read. Key: source_path, source_row.
-- verdict: data, ignored (totals and footers) or rejected (with the reason); what the names mean
-- comes later, in resolved_row.
WITH typed AS (
    SELECT
        r.source_path::VARCHAR AS source_path,
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
        parse_count(r.count) AS count,
        parse_count(r.activity) AS activity,
        parse_ratio(r.activity_per_1000) AS activity_per_1000,
        parse_count(r.population) AS population,
        CASE
            WHEN k.evidence = 'status' THEN s.stage
            WHEN parse_count(r.activity) = 0
                THEN coalesce(k.listed_without_activity, k.listed_stage)
            ELSE k.listed_stage
        END AS stage,
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
            WHEN r.count IS NOT NULL AND parse_count(r.count) IS NULL
                THEN format('«{}» er ikke et tall', r.count)
            WHEN r.activity IS NOT NULL AND parse_count(r.activity) IS NULL
                THEN format('«{}» er ikke et tall', r.activity)
            WHEN r.activity_per_1000 IS NOT NULL AND parse_ratio(r.activity_per_1000) IS NULL
                THEN format('«{}» er ikke et tall', r.activity_per_1000)
            WHEN r.population IS NOT NULL AND parse_count(r.population) IS NULL
                THEN format('«{}» er ikke et tall', r.population)
        END AS fault
    FROM seed_row AS r
    JOIN seed_source AS f ON f.path = r.source_path
    JOIN seed_kind AS k ON k.kind = f.kind
    LEFT JOIN seed_alias AS a ON a.alias = normal(r.solution)
    LEFT JOIN seed_kind_list AS l ON l.kind = f.kind AND l.printed = normal(r.list)
    LEFT JOIN seed_kind_status AS s
        ON s.kind = f.kind AND s.printed = normal(coalesce(r.status, ''))
)
SELECT
    * EXCLUDE (verdict, reason, fault),
    CASE WHEN fault IS NULL THEN verdict ELSE 'rejected' END AS verdict,
    coalesce(reason, fault) AS reason
FROM typed
