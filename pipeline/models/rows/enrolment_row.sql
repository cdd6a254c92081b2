-- One row is a row of an enrolment list as read. Key: source_path, source_row. event: enrolled, withdrawn or
-- completed; event_on: its day, NULL where none is printed. wave is NULL where none is printed. contact: as
-- printed, and NULL with contact_withheld where it could be a person's. fault: why the row cannot be used. A
-- journal system is held against whom the wave (or the run) is for only where it is one that some run names:
-- how others write theirs is not known. A municipality that the solution itself is not meant for is under
-- review instead (resolved_row).
WITH
-- Contacts repeat from list to list: each different one is judged once. As a filter the judgement took twenty
-- times as long.
judged AS MATERIALIZED (
    SELECT contact, is_withheld(contact) AS withheld
    FROM (SELECT DISTINCT contact FROM seed_row WHERE contact IS NOT NULL)
),

printed AS (
    SELECT
        r.source_path::VARCHAR AS source_path,
        r.source_row,
        f.as_of,
        o.solution_id,
        o.short_name,
        r.status,
        r.run,
        r.wave,
        regexp_replace(normal(r.wave), '^pulje ', '') AS wave_key,
        s.stage AS event,
        r.enrolled_on,
        r.status_on,
        parse_day(r.enrolled_on) AS enrolled_day,
        parse_day(r.status_on) AS status_day,
        without_addresses(r.journal_vendor) AS journal_vendor,
        vendor_words(r.journal_vendor) AS vendor,
        r.contact,
        coalesce(w.withheld, false) AS contact_withheld,
        [m.digi_region, m.county_name, m.health_region] AS lies_in
    FROM seed_row AS r
    JOIN seed_source AS f ON f.path = r.source_path
    JOIN seed_kind AS k ON k.kind = f.kind
    LEFT JOIN seed_alias AS a ON a.alias = normal(r.solution)
    LEFT JOIN solution AS o ON o.solution_id = coalesce(k.solution_id, a.solution_id)
    LEFT JOIN seed_recognised AS c ON c.recognition = r.recognition
    LEFT JOIN solution_municipality AS g
        ON g.solution_id = o.solution_id AND g.municipality_code = c.municipality_code
    LEFT JOIN municipality AS m ON m.municipality_code = g.municipality_code
    LEFT JOIN seed_kind_status AS s
        ON s.kind = f.kind AND s.printed = normal(coalesce(r.status, ''))
    LEFT JOIN judged AS w ON w.contact = r.contact
    WHERE k.evidence = 'enrolment' AND r.verdict = 'data'
),

known_run AS (
    SELECT
        solution_id,
        run_id,
        name,
        CASE WHEN bool_and(area IS NOT NULL) THEN list(DISTINCT area) END AS areas,
        CASE WHEN bool_and(journal_vendor IS NOT NULL) THEN list(DISTINCT journal_vendor) END AS vendors,
        unnest([normal(run_id), normal(name)]) AS printed
    FROM joint_rollout
    GROUP BY solution_id, run_id, name
),

known_vendor AS (
    SELECT list_distinct(flatten(list(vendor_words(journal_vendor)))) AS words
    FROM joint_rollout
    WHERE journal_vendor IS NOT NULL
),

placed AS (
    SELECT
        p.*,
        n.run_id,
        n.name AS run_name,
        w.wave AS known_wave,
        CASE WHEN w.wave IS NULL THEN n.areas WHEN w.area IS NOT NULL THEN [w.area] END AS areas,
        CASE WHEN w.wave IS NULL THEN n.vendors WHEN w.journal_vendor IS NOT NULL
            THEN [w.journal_vendor] END AS vendors
    FROM printed AS p
    LEFT JOIN known_run AS n ON n.solution_id = p.solution_id AND n.printed = normal(p.run)
    LEFT JOIN joint_rollout AS w ON w.run_id = n.run_id AND normal(w.wave) = p.wave_key
)

SELECT
    source_path,
    source_row,
    event,
    run_id,
    known_wave AS wave,
    enrolled_day AS enrolled_on,
    CASE event WHEN 'enrolled' THEN enrolled_day ELSE status_day END AS event_on,
    journal_vendor,
    CASE WHEN NOT contact_withheld THEN contact END AS contact,
    contact_withheld,
    CASE
        WHEN event IS NULL THEN format('ukjent status «{}»', coalesce(status, ''))
        WHEN run IS NULL AND p.wave IS NOT NULL
            THEN format('pulje «{}» står uten innføringsløp', p.wave)
        WHEN run IS NULL THEN 'linjen mangler innføringsløp'
        WHEN run_id IS NULL THEN format('ukjent innføringsløp «{}» for {}', run, short_name)
        WHEN p.wave IS NOT NULL AND known_wave IS NULL
            THEN format('ukjent pulje «{}» i {}', p.wave, run_name)
        WHEN lies_in[1] IS NOT NULL AND NOT list_has_any(lies_in, areas)
            THEN format('{} gjelder bare {}', run_name, in_words(areas))
        WHEN list_has_any(vendor, (SELECT words FROM known_vendor))
            AND NOT list_has_any(vendor, vendor_words(in_words(vendors)))
            THEN format('{} gjelder bare {}, og journalsystemet er «{}»',
                concat_ws(', pulje ', run_name, known_wave), in_words(vendors), journal_vendor)
        WHEN status_day < enrolled_day
            THEN format('«{}» er før påmeldingen «{}»', status_on, p.enrolled_on)
        ELSE coalesce(day_fault(p.enrolled_on, enrolled_day, as_of), day_fault(status_on, status_day, as_of))
    END AS fault
FROM placed AS p
