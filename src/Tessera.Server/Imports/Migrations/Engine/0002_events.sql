-- One tracking call. A call is known by (workspace, message_id).
CREATE TABLE events
(
    workspace LowCardinality(String),
    profile_id UUID,
    time DateTime64(6, 'UTC'),
    message_id String,
    -- track, page, screen, identify, group, alias
    type LowCardinality(String),
    -- The event's or page's name; empty for the other types.
    name LowCardinality(String),
    -- Who made the call, and whom or what it names, each as sent and empty when the call does not say.
    user_id String,
    anonymous_id String,
    group_id String,
    previous_id String,
    -- JSON objects, as sent: properties of track, page and screen; traits of identify and group.
    properties String,
    context String,
    received_at DateTime64(6, 'UTC'),
    import_id UUID,
    -- What a call that was sent again is found by, whenever it says it happened.
    message_hash UInt64 MATERIALIZED cityHash64(message_id)
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(time)
ORDER BY (workspace, profile_id, time, message_id)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1
