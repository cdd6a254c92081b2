-- One row is a municipality and a solution on a list to take away, with all that may stand there.
-- as_of is the last date not after the one asked for on which any source speaks of the solution; NULL
-- where none does. enrolled is NULL where nothing says. in_use_since: the first date that a source shows
-- use, since the municipality was last known to be without; where it never was, the first date that a
-- source names it, so that mere silence on a list of gaps dates nothing. lacks, unclear: what the solution
-- requires and the municipality does not use, or is not known to use. contact: of the municipality, for
-- the solution before any; else what its enrolment gave; else of the solution in the region, of the region,
-- of the solution. Parameters: list, solutions, stages, regions (empty means all), as_of (NULL: the latest).
WITH asked AS (
    SELECT coalesce($as_of::DATE, DATE '9999-12-31') AS day
),

dated AS (
    SELECT d.* FROM solution_date AS d, asked WHERE asked.day BETWEEN d.as_of AND d.until
),

chosen AS (
    SELECT s.solution_id, s.short_name, s.sort_order, s.requires, d.as_of
    FROM solution AS s
    LEFT JOIN dated AS d ON d.solution_id = s.solution_id
    WHERE list_contains($solutions::VARCHAR[], s.solution_id)
),

without AS (
    SELECT a.solution_id, a.municipality_code,
        max(a.as_of) FILTER (a.stage NOT IN ('in_use', 'unknown')) AS last_as_of
    FROM adoption AS a
    JOIN chosen AS c ON c.solution_id = a.solution_id AND a.as_of <= c.as_of
    GROUP BY ALL
),

since AS (
    SELECT a.solution_id, a.municipality_code, min(a.as_of) AS as_of
    FROM adoption AS a
    JOIN chosen AS c ON c.solution_id = a.solution_id AND a.as_of <= c.as_of
    JOIN without AS w
        ON w.solution_id = a.solution_id AND w.municipality_code = a.municipality_code
    WHERE a.stage = 'in_use'
        AND (a.as_of > w.last_as_of OR (w.last_as_of IS NULL AND a.source_row IS NOT NULL))
    GROUP BY ALL
),

required AS (
    SELECT
        r.solution_id,
        m.municipality_code,
        array_to_string(lacked(s.short_name, s.sort_order, a.stage), ', ') AS lacks,
        array_to_string(unclear(s.short_name, s.sort_order, a.stage), ', ') AS unclear
    FROM (SELECT solution_id, unnest(requires) AS required_id FROM chosen) AS r
    JOIN solution AS s ON s.solution_id = r.required_id
    JOIN solution_municipality AS m ON m.solution_id = r.solution_id
    LEFT JOIN dated AS d ON d.solution_id = r.required_id
    LEFT JOIN adoption AS a
        ON a.solution_id = r.required_id
        AND a.as_of = d.as_of
        AND a.municipality_code = m.municipality_code
    GROUP BY ALL
),

-- Where a row under review leaves the stage unknown, its file is the source of that.
doubted AS (
    SELECT d.as_of, d.solution_id, d.municipality_code, min(d.source_path) AS source_path
    FROM doubt AS d
    JOIN chosen AS c ON c.solution_id = d.solution_id AND c.as_of = d.as_of
    GROUP BY ALL
),

row AS (
    SELECT
        c.sort_order,
        c.solution_id,
        c.short_name AS solution,
        c.as_of,
        m.municipality_code,
        m.name,
        m.parallel_names,
        m.county_name,
        m.digi_region,
        m.health_region,
        m.population,
        m.org_number,
        coalesce(a.stage, 'unknown') AS stage,
        a.evidence_as_of,
        a.enrolled,
        run.name AS run_name,
        a.wave,
        a.enrolled_date,
        CASE WHEN a.stage = 'in_use' THEN u.as_of END AS in_use_since,
        len(c.requires) > 0 AS has_requirements,
        coalesce(q.lacks, '') AS lacks,
        coalesce(q.unclear, '') AS unclear,
        (c.solution_id, m.municipality_code) IN (
            SELECT (solution_id, municipality_code) FROM tryout, asked WHERE tryout.as_of <= asked.day
        ) AS tries_out,
        coalesce(
            own.contact, general.contact, e.contact, regional_own.contact, regional.contact,
            national.contact
        ) AS contact,
        k.earlier_owner,
        k.earlier_stage,
        k.earlier_as_of,
        coalesce(f.source, f.title) AS source,
        coalesce(ef.source, ef.title) AS enrolment_source
    FROM chosen AS c
    JOIN solution_municipality AS g ON g.solution_id = c.solution_id
    JOIN municipality AS m ON m.municipality_code = g.municipality_code
    LEFT JOIN adoption AS a
        ON a.solution_id = c.solution_id
        AND a.as_of = c.as_of
        AND a.municipality_code = m.municipality_code
    LEFT JOIN enrolment AS e
        ON e.solution_id = a.solution_id
        AND e.as_of = a.enrolment_list
        AND e.municipality_code = a.municipality_code
    LEFT JOIN (SELECT DISTINCT run_id, name FROM joint_rollout) AS run ON run.run_id = a.run_id
    LEFT JOIN since AS u
        ON u.solution_id = c.solution_id AND u.municipality_code = m.municipality_code
    LEFT JOIN required AS q
        ON q.solution_id = c.solution_id AND q.municipality_code = m.municipality_code
    LEFT JOIN contradiction AS k
        ON k.as_of = c.as_of
        AND k.solution_id = c.solution_id
        AND k.municipality_code = m.municipality_code
    LEFT JOIN doubted AS p
        ON p.solution_id = c.solution_id
        AND p.municipality_code = m.municipality_code
        AND a.stage = 'unknown'
    LEFT JOIN source_file AS f ON f.path = coalesce(a.source_path, p.source_path)
    LEFT JOIN source_file AS ef ON ef.path = a.enrolment_source
    LEFT JOIN contact AS own
        ON own.municipality_code = m.municipality_code AND own.solution_id = c.solution_id
    LEFT JOIN contact AS general
        ON general.municipality_code = m.municipality_code AND general.solution_id IS NULL
    LEFT JOIN contact AS regional_own
        ON regional_own.digi_region = m.digi_region AND regional_own.solution_id = c.solution_id
    LEFT JOIN contact AS regional
        ON regional.digi_region = m.digi_region AND regional.solution_id IS NULL
    LEFT JOIN contact AS national
        ON national.solution_id = c.solution_id
        AND national.digi_region IS NULL
        AND national.municipality_code IS NULL
)

SELECT * EXCLUDE (sort_order)
FROM row
WHERE CASE $list
        WHEN 'enrolled' THEN enrolled
        WHEN 'not-adopted-not-enrolled' THEN NOT enrolled
        WHEN 'ready' THEN has_requirements AND lacks = '' AND unclear = ''
        ELSE true
    END
    AND (len($regions::VARCHAR[]) = 0 OR list_contains($regions::VARCHAR[], digi_region))
    AND list_contains($stages::VARCHAR[], stage)
ORDER BY sort_order, digi_region COLLATE nb, name COLLATE nb, municipality_code
