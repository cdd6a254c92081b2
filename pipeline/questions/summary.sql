-- One row sums up the build for the command line; see Summary.
SELECT
    count(*) AS files,
    count(problem) AS unusable,
    count(replaced_by) AS replaced,
    sum(rows_read)::BIGINT AS rows_read,
    sum(accepted)::BIGINT AS accepted,
    sum(duplicate)::BIGINT AS duplicate,
    sum(review)::BIGINT AS review,
    sum(ignored)::BIGINT AS ignored,
    sum(rejected)::BIGINT AS rejected,
    (SELECT count(*) FROM control_total WHERE differs) AS differing_totals
FROM source_file
