-- Copies the staged lines into the order in which they are published. What becomes one part is small enough for an engine of a gigabyte.
INSERT INTO {arranged:Identifier}
SELECT * FROM {staged:Identifier}
SETTINGS min_insert_block_size_bytes = 64000000, min_insert_block_size_rows = 1000000, max_insert_threads = 1
