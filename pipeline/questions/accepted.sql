-- One row is a source that counts, with the digest of its bytes.
SELECT s.path, s.sha256
FROM source AS s
SEMI JOIN standing AS t ON t.source_path = s.path
ORDER BY s.path
