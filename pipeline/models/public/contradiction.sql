-- One row is a municipality whose stage on a date is lower than what another owner's file said the
-- last time before. Key: solution_id, municipality_code, as_of. The later statement stands in adoption,
-- but whoever calls from a list should know that somebody has said otherwise.
WITH spoken AS (
    SELECT
        a.solution_id,
        a.municipality_code,
        a.as_of,
        a.stage,
        f.owner,
        a.source_path,
        a.source_row,
        lag({
            'as_of': a.as_of, 'stage': a.stage, 'owner': f.owner,
            'source_path': a.source_path, 'source_row': a.source_row
        }) OVER (PARTITION BY a.solution_id, a.municipality_code ORDER BY a.as_of) AS earlier
    FROM adoption AS a
    JOIN source_file AS f ON f.path = a.source_path
    WHERE a.evidence_as_of = a.as_of AND a.stage <> 'unknown'
)
SELECT
    * EXCLUDE (earlier),
    earlier.as_of AS earlier_as_of,
    earlier.stage AS earlier_stage,
    earlier.owner AS earlier_owner,
    earlier.source_path AS earlier_source_path,
    earlier.source_row AS earlier_source_row
FROM spoken
WHERE owner <> earlier.owner AND stage_rank(stage) < stage_rank(earlier.stage)
ORDER BY solution_id, as_of, municipality_code
