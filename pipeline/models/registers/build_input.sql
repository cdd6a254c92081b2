-- One row: the digest of everything that this build rests on.
SELECT fingerprint FROM seed_build_input
