-- One row: the digest of what the build in force rests on.
SELECT fingerprint FROM build_input
