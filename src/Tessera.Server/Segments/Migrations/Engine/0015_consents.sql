-- Consent given and withdrawn, by purpose.
CREATE TABLE IF NOT EXISTS consents
(
    workspace LowCardinality(String),
    purpose LowCardinality(String),
    profile_id UUID,
    time DateTime64(6, 'UTC'),
    given Bool
)
ENGINE = MergeTree
ORDER BY (workspace, purpose, profile_id, time)
SETTINGS non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1
