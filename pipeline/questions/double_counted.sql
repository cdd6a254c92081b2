-- One row is files that count side by side: their paths, and the names of the solutions that they share.
SELECT paths, solutions FROM side_by_side ORDER BY ALL
