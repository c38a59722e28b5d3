CREATE TABLE IF NOT EXISTS first_table (number UInt32) ENGINE = MergeTree ORDER BY number
