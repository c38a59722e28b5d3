-- Every customer's segment at a month's end ("version" stands for the month), and since which month's end they have been in it.
CREATE TABLE IF NOT EXISTS rfm_snapshots
(
    workspace LowCardinality(String),
    version UInt64,
    profile_id UUID,
    segment LowCardinality(String),
    since Date
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (workspace, profile_id)
SETTINGS non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1
