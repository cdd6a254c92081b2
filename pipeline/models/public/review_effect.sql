-- One row is a municipality whose stage a row under review leaves unknown on the date of its file.
-- Key: source_path, source_row, municipality_code. stage_if_meant: its stage if the row is decided to
-- mean it (NULL where no decision can settle the row); stage_if_not: if the row is decided to mean
-- another, which is what the file's silence then says of it, or what was known before, or unknown still
-- because another row in doubt could mean it too.
WITH doubted AS (
    SELECT
        d.*,
        r.outcome,
        CASE WHEN r.decidable THEN r.stage END AS stage,
        (normal(coalesce(r.printed_name, r.printed_code, r.printed_org_number)), normal(r.printed_region))
            AS question
    FROM doubt AS d
    JOIN resolved_row AS r ON r.source_path = d.source_path AND r.source_row = d.source_row
    ANTI JOIN evidence AS e
        ON d.as_of = e.as_of
        AND d.solution_id = e.solution_id
        AND d.municipality_code = e.municipality_code
        AND e.stage <> 'unknown'
    WHERE d.evidence <> 'enrolment'
),

-- Rows that print the same have one answer.
counted AS (
    SELECT
        *,
        count(DISTINCT question) FILTER (named) OVER file - named::INTEGER AS others_named,
        count(DISTINCT question) FILTER (NOT named) OVER file - (NOT named)::INTEGER AS others_unnamed,
        count(DISTINCT (source_path, question)) FILTER (named) OVER day - named::INTEGER AS others_of_day
    FROM doubted
    WINDOW
        file AS (PARTITION BY source_path, solution_id, municipality_code),
        day AS (PARTITION BY as_of, solution_id, municipality_code)
),

placed AS (
    SELECT
        c.*,
        a.stage AS stage_now,
        k.sees,
        k.silence = 'adopted' AS at_least,
        CASE WHEN f.complete AND c.others_unnamed = 0
            THEN said_by_silence(k.silence, s.adopted_means) END AS silence
    FROM counted AS c
    JOIN source_file AS f ON f.path = c.source_path
    JOIN seed_kind AS k ON k.kind = c.kind
    JOIN solution AS s ON s.solution_id = c.solution_id
    JOIN adoption AS a
        ON c.as_of = a.as_of
        AND c.solution_id = a.solution_id
        AND c.municipality_code = a.municipality_code
    WHERE c.outcome = 'review' AND a.stage = 'unknown'
)

SELECT
    p.source_path,
    p.source_row,
    p.solution_id,
    p.as_of,
    p.municipality_code,
    p.stage_now,
    CASE WHEN p.stage = 'not_adopted' AND is_hidden(b.stage, p.sees) THEN b.stage
        ELSE p.stage END AS stage_if_meant,
    CASE
        WHEN p.others_named > 0 THEN 'unknown'
        WHEN p.silence IS NOT NULL AND p.at_least
            THEN stage_of_rank(greatest(stage_rank(p.silence), stage_rank(b.stage)))
        WHEN p.silence IS NOT NULL THEN p.silence
        WHEN p.others_of_day > 0 THEN 'unknown'
        ELSE coalesce(b.stage, 'unknown')
    END AS stage_if_not
FROM placed AS p
ASOF LEFT JOIN adoption AS b
    ON p.solution_id = b.solution_id
    AND p.municipality_code = b.municipality_code
    AND p.as_of > b.as_of
ORDER BY p.source_path, p.source_row, p.municipality_code
