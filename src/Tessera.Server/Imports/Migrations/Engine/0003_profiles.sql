-- One customer of one workspace. Read with FINAL: the row with the highest version is the profile.
CREATE TABLE profiles
(
    workspace LowCardinality(String),
    profile_id UUID,
    -- The identifier the profile was first known by: its kind (user_id, email …) and value.
    kind LowCardinality(String),
    identifier String,
    name String,
    email String,
    country LowCardinality(String),
    -- JSON object of everything else known of the customer.
    traits String,
    first_seen DateTime64(6, 'UTC'),
    last_seen DateTime64(6, 'UTC'),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, profile_id)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1
