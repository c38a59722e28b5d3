-- Every customer's recency, frequency, monetary value, scores and segment, once per computation ("version").
CREATE TABLE IF NOT EXISTS rfm_customers
(
    workspace LowCardinality(String),
    version UInt64,
    profile_id UUID,
    -- Days from the date of the last purchase to the reference date.
    recency_days Int32,
    frequency UInt32,
    monetary Decimal(18, 4),
    -- Scores, 1 to 5.
    r UInt8,
    f UInt8,
    m UInt8,
    -- The segment's key.
    segment LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (workspace, profile_id)
SETTINGS non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1
