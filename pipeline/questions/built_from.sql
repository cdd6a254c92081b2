-- One row: the digest of what a build rests on, which every build can tell.
SELECT fingerprint FROM build_input
