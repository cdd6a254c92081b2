-- One row is files of the build to be that would count side by side, one of them this. Parameter: file, the
-- path of the file or of its workbook.
SELECT paths, solutions
FROM after.side_by_side
WHERE list_contains(paths, $file)
ORDER BY paths
