-- What stands for the build in force where there is none: the same tables, empty.
CREATE TABLE before.adoption AS SELECT * FROM after.adoption LIMIT 0;
CREATE TABLE before.control_total AS SELECT * FROM after.control_total LIMIT 0;
CREATE TABLE before.contradiction AS SELECT * FROM after.contradiction LIMIT 0;
