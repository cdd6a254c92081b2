-- One row is a column of a table of the warehouse.
SELECT table_name, column_name, data_type
FROM duckdb_columns()
WHERE NOT internal AND database_name = current_database()
