-- Tracking calls of imports that are being read. Dropped, by partition, once they are published.
CREATE TABLE staged_events
(
    import_id UUID,
    profile_id UUID,
    identifier_kind String,
    identifier String,
    time DateTime64(6, 'UTC'),
    message_id String,
    type String,
    name String,
    user_id String,
    anonymous_id String,
    group_id String,
    previous_id String,
    properties String,
    context String,
    received_at DateTime64(6, 'UTC'),
    source_line UInt64,
    message_hash UInt64 DEFAULT cityHash64(message_id)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (message_hash, source_line)
SETTINGS non_replicated_deduplication_window = 1000
