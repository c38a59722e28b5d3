-- Profiles as they were before others were merged into them, so that taking them apart again finds what no call says (what files say of customers).
CREATE TABLE IF NOT EXISTS profiles_before_merge
(
    workspace LowCardinality(String),
    profile_id UUID,
    kind LowCardinality(String),
    identifier String,
    name String,
    email String,
    country LowCardinality(String),
    traits String,
    first_seen DateTime64(6, 'UTC'),
    last_seen DateTime64(6, 'UTC'),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, profile_id)
SETTINGS non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1
