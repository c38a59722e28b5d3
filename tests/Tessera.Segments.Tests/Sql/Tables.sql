CREATE TABLE events
(
    workspace LowCardinality(String), profile_id UUID, time DateTime64(6, 'UTC'), message_id String, type LowCardinality(String), name LowCardinality(String),
    properties String, context String
)
ENGINE = MergeTree PARTITION BY toYYYYMM(time) ORDER BY (workspace, profile_id, time, message_id);
CREATE TABLE profiles (workspace LowCardinality(String), profile_id UUID, first_seen DateTime64(6, 'UTC'), version UInt64)
ENGINE = ReplacingMergeTree(version) ORDER BY (workspace, profile_id);
CREATE TABLE segment_changes (workspace LowCardinality(String), profile_id UUID, segment String, time DateTime64(6, 'UTC'), entered Bool)
ENGINE = MergeTree ORDER BY (workspace, segment, profile_id, time);
CREATE TABLE consents (workspace LowCardinality(String), profile_id UUID, purpose String, time DateTime64(6, 'UTC'), given Bool)
ENGINE = MergeTree ORDER BY (workspace, purpose, profile_id, time);
CREATE TABLE computed_values (workspace LowCardinality(String), profile_id UUID, name String, value String)
ENGINE = MergeTree ORDER BY (workspace, name, profile_id);
