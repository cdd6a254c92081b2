-- One row is the verdict on a file. Key: source_path. A file with a serious finding is held back until its
-- sidecar confirms it. replaced_by: the file that corrects it, if that one is used; where that one is itself
-- corrected, it is enough that the last of them is. stands: it counts.
WITH RECURSIVE judged AS (
    SELECT
        s.path,
        s.replaced_by,
        CASE
            WHEN s.problem IS NOT NULL THEN 'unusable'
            WHEN bool_or(f.severity = 'serious') AND s.confirmed IS NULL THEN 'held_back'
            WHEN count(f.severity) > 0 THEN 'remarks'
            ELSE 'clean'
        END AS verdict
    FROM seed_source AS s
    LEFT JOIN finding AS f ON f.source_path = s.path
    GROUP BY s.path, s.replaced_by, s.problem, s.confirmed
),

later AS (
    SELECT o.path, n.path AS later_path, n.replaced_by AS next, n.verdict IN ('clean', 'remarks') AS used
    FROM judged AS o
    JOIN judged AS n ON n.path = o.replaced_by

    UNION

    SELECT l.path, n.path, n.replaced_by, n.verdict IN ('clean', 'remarks')
    FROM later AS l
    JOIN judged AS n ON n.path = l.next
    WHERE NOT l.used
),

replaced AS (
    SELECT path, min(later_path) AS replaced_by FROM later WHERE used GROUP BY ALL
)

SELECT
    j.path AS source_path,
    j.verdict,
    r.replaced_by,
    j.verdict IN ('clean', 'remarks') AND r.replaced_by IS NULL AS stands
FROM judged AS j
LEFT JOIN replaced AS r ON r.path = j.path
