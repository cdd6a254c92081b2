-- One row is what one file says of one municipality and solution within its scope, whether it stands or not.
-- Key: source_path, solution_id, municipality_code. bound: exact, or at_least (silence in a negative list). A row under review, or one
-- that could not be read, makes every municipality it could mean unknown for that file, unless another
-- row of it settles it. A name that could be anybody silences the file's silence: for its region where
-- one is printed, else altogether. Enrolment is no evidence of a stage.
WITH direct AS (
    SELECT
        source_path, source_row, kind, owner, as_of, solution_id, municipality_code,
        stage, 'exact' AS bound, activity, activity_per_1000
    FROM resolved_row
    WHERE outcome = 'accepted' AND municipality_code IS NOT NULL AND evidence <> 'enrolment'
),

doubtful AS (
    SELECT
        r.source_path,
        min(r.source_row) AS source_row,
        r.kind,
        r.owner,
        r.as_of,
        r.solution_id,
        r.municipality_code,
        'unknown' AS stage,
        'exact' AS bound,
        NULL::DOUBLE AS activity,
        NULL::DOUBLE AS activity_per_1000
    FROM possible AS r
    ANTI JOIN direct AS d
        ON r.source_path = d.source_path
        AND r.solution_id = d.solution_id
        AND r.municipality_code = d.municipality_code
    WHERE r.named AND r.evidence <> 'enrolment'
    GROUP BY ALL
),

spoken AS (
    SELECT d.*
    FROM (FROM direct UNION ALL FROM doubtful) AS d
    JOIN reach AS r ON r.source_path = d.source_path AND r.solution_id = d.solution_id
    WHERE r.whole OR (d.source_path, d.municipality_code) IN (SELECT (source_path, municipality_code) FROM covered)
),

silent_file AS (
    SELECT f.path, f.kind, f.owner, f.as_of, r.solution_id, r.whole, k.silence
    FROM source AS f
    JOIN seed_kind AS k ON k.kind = f.kind
    JOIN reach AS r ON r.source_path = f.path
    WHERE f.complete AND k.silence <> 'unknown'
),

silent AS (
    SELECT
        f.path AS source_path,
        NULL::INTEGER AS source_row,
        f.kind,
        f.owner,
        f.as_of,
        f.solution_id,
        g.municipality_code,
        said_by_silence(f.silence, s.adopted_means) AS stage,
        CASE f.silence WHEN 'adopted' THEN 'at_least' ELSE 'exact' END AS bound,
        NULL::DOUBLE AS activity,
        NULL::DOUBLE AS activity_per_1000
    FROM silent_file AS f
    JOIN solution AS s ON s.solution_id = f.solution_id
    JOIN solution_municipality AS g ON g.solution_id = f.solution_id
    LEFT JOIN covered AS z
        ON NOT f.whole AND z.source_path = f.path AND z.municipality_code = g.municipality_code
    ANTI JOIN spoken AS e
        ON f.path = e.source_path
        AND f.solution_id = e.solution_id
        AND g.municipality_code = e.municipality_code
    ANTI JOIN possible AS n
        ON f.path = n.source_path
        AND f.solution_id = n.solution_id
        AND g.municipality_code = n.municipality_code
        AND NOT n.named
    WHERE f.whole OR z.municipality_code IS NOT NULL
)

SELECT * FROM spoken
UNION ALL
SELECT * FROM silent
