-- Order lines of tracking calls that came in live, between being read and being published; each batch has a partition of its own.
CREATE TABLE live_order_lines AS staged_order_lines
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (order_hash, line_key, given_occurrence, source_line)
SETTINGS non_replicated_deduplication_window = 1000
