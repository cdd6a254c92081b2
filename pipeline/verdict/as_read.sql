-- One row is a finding that reading a source gave.
FROM seed_finding
