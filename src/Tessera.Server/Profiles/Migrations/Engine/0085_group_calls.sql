-- What group calls say of companies, by company. A company's id is made of its key as a profile's is of its identifier: a name-based UUID (RFC 9562,
-- version 8, SHA-256) of workspace, the kind group_id and the key. Filled as events are stored; a call that is stored twice is there once.
CREATE TABLE IF NOT EXISTS group_calls
(
    workspace LowCardinality(String),
    company_key String,
    hash String EPHEMERAL lower(hex(SHA256(concat(toString(workspace), '\x1f', 'group_id', '\x1f', company_key)))),
    company_id UUID DEFAULT toUUID(concat(
        substring(hash, 1, 8), '-', substring(hash, 9, 4), '-8', substring(hash, 14, 3), '-',
        substring('89ab', 1 + (position('0123456789abcdef', substring(hash, 17, 1)) - 1) % 4, 1), substring(hash, 18, 3), '-', substring(hash, 21, 12))),
    -- The identifier that the call is stored under, as in events.
    profile_id UUID,
    time DateTime64(6, 'UTC'),
    message_id String,
    source LowCardinality(String),
    -- JSON object.
    traits String
)
ENGINE = ReplacingMergeTree
ORDER BY (workspace, company_id, time, message_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS group_calls_from_events TO group_calls AS
SELECT workspace, group_id AS company_key, profile_id, time, message_id, source, properties AS traits
FROM events
WHERE type = 'group' AND group_id != '';

INSERT INTO group_calls (workspace, company_key, profile_id, time, message_id, source, traits)
SELECT workspace, group_id, profile_id, time, message_id, source, properties
FROM events
WHERE type = 'group' AND group_id != ''
