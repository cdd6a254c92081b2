-- One row is files that count side by side though one may be meant to correct the other.
SELECT paths, solutions
FROM side_by_side
ORDER BY as_of DESC, paths
