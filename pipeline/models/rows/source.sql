-- One row is a file in the raw folder as read, before it is judged. Key: path.
-- rows_read = accepted + duplicate + review + ignored + rejected. A file that could not be used has
-- no kind, no rows, and a problem in one sentence. replaced_by: the file that is to correct it; corrects: the
-- one that it is to replace because their names say so. complete: silence in it means something.
WITH counted AS (
    SELECT
        source_path,
        count(*) AS rows_read,
        count(*) FILTER (outcome = 'accepted') AS accepted,
        count(*) FILTER (outcome = 'duplicate') AS duplicate,
        count(*) FILTER (outcome = 'review') AS review,
        count(*) FILTER (outcome = 'ignored') AS ignored,
        count(*) FILTER (outcome = 'rejected') AS rejected
    FROM resolved_row
    GROUP BY source_path
)
SELECT
    s.path,
    s.sha256,
    s.kind,
    s.as_of,
    s.complete AND coalesce(t.published <= t.counted, true) AS complete,
    s.encoding,
    coalesce(c.rows_read, 0) AS rows_read,
    coalesce(c.accepted, 0) AS accepted,
    coalesce(c.duplicate, 0) AS duplicate,
    coalesce(c.review, 0) AS review,
    coalesce(c.ignored, 0) AS ignored,
    coalesce(c.rejected, 0) AS rejected,
    s.owner,
    k.title,
    k.evidence,
    s.source,
    s.note,
    s.demo,
    s.problem,
    s.replaced_by,
    s.corrects
FROM seed_source AS s
LEFT JOIN seed_kind AS k ON k.kind = s.kind
LEFT JOIN counted AS c ON c.source_path = s.path
LEFT JOIN file_total AS t ON t.source_path = s.path
ORDER BY s.path
