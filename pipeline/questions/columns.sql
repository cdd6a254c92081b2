-- One row is a column of a table of the warehouse.
SELECT table_name, column_name
FROM duckdb_columns()
WHERE NOT internal
