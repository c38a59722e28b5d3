CREATE TABLE IF NOT EXISTS second_table (number UInt32) ENGINE = MergeTree ORDER BY number;
-- A semicolon; in a comment.
ALTER TABLE first_table ADD COLUMN IF NOT EXISTS name String DEFAULT ';';
