-- Which version of rfm_customers is the one to read, for views; the metadata say so first.
CREATE TABLE IF NOT EXISTS rfm_switches
(
    workspace LowCardinality(String),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY workspace
SETTINGS non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1
