-- Whose an identifier is today, where it is not alone: profile_id in events and order_lines is the id of the identifier that decided (the profile that it
-- would have alone) and never changes; the latest row here says which profile it belongs to. One that belongs to itself again has itself for its profile.
CREATE TABLE IF NOT EXISTS identities
(
    workspace LowCardinality(String),
    node_id UUID,
    profile_id UUID,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace, node_id)
SETTINGS non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1;

-- Those that do not belong to themselves.
CREATE VIEW IF NOT EXISTS moved_identities AS
SELECT workspace, node_id, profile_id
FROM identities FINAL
WHERE profile_id != node_id
