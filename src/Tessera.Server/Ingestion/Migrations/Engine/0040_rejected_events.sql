-- What senders sent that is no valid tracking call, and why. Kept for 30 days.
CREATE TABLE rejected_events
(
    workspace LowCardinality(String),
    received_at DateTime64(6, 'UTC'),
    source LowCardinality(String),
    -- Where it stands in the event log.
    log_partition UInt16,
    log_position UInt64,
    reason LowCardinality(String),
    -- The field to blame; empty: the whole call.
    field LowCardinality(String),
    -- As it was sent, at most its first 32 KB.
    body String
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(received_at)
ORDER BY (workspace, received_at, log_partition, log_position)
TTL toDateTime(received_at) + INTERVAL 30 DAY
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1
