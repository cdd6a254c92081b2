-- One row is a source that could be read, with what its kind is expected to be like. rows: those that name
-- somebody. limited: of some solution it does not speak of everybody; is_part: it does of none. municipalities: in its scope. known: it was
-- accepted in the publication before.
SELECT
    s.path,
    s.kind,
    s.owner,
    s.as_of,
    s.complete,
    s.accepted,
    s.accepted + s.review AS rows,
    s.replaced_by,
    s.sha256,
    f.confirmed,
    f.known,
    f.complete AND NOT s.complete AS lacks_rows,
    f.regions,
    f.scope,
    c.municipalities,
    f.missing,
    f.unused,
    f.limited AND NOT coalesce(r.everywhere, false) AS limited,
    f.limited AND NOT coalesce(r.somewhere, false) AS is_part,
    k.evidence,
    k.months,
    k.silent_change,
    k.rows_kept
FROM source AS s
JOIN seed_source AS f ON f.path = s.path
JOIN seed_kind AS k ON k.kind = s.kind
LEFT JOIN (
    SELECT source_path, bool_and(whole) AS everywhere, bool_or(whole) AS somewhere FROM reach GROUP BY ALL
) AS r ON r.source_path = s.path
LEFT JOIN (
    SELECT source_path, count(*) AS municipalities FROM covered GROUP BY ALL
) AS c ON c.source_path = s.path
WHERE s.problem IS NULL
ORDER BY s.path
