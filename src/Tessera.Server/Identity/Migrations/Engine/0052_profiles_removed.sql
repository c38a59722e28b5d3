-- Profiles that were merged into others are removed: FINAL leaves them out.
DROP TABLE IF EXISTS profiles_with_removed SYNC;

CREATE TABLE profiles_with_removed
(
    workspace LowCardinality(String),
    profile_id UUID,
    -- The identifier the profile's id is made of: its kind (user_id, email …) and value.
    kind LowCardinality(String),
    identifier String,
    name String,
    email String,
    country LowCardinality(String),
    -- JSON object of everything else known of the customer.
    traits String,
    first_seen DateTime64(6, 'UTC'),
    last_seen DateTime64(6, 'UTC'),
    version UInt64,
    is_removed UInt8 DEFAULT 0
)
ENGINE = ReplacingMergeTree(version, is_removed)
ORDER BY (workspace, profile_id)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1;

INSERT INTO profiles_with_removed (workspace, profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen, version)
SELECT workspace, profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen, version
FROM profiles FINAL;

EXCHANGE TABLES profiles_with_removed AND profiles;

DROP TABLE profiles_with_removed SYNC
