-- Who entered and left which segment when; the last change of a customer says whether they belong now.
CREATE TABLE IF NOT EXISTS segment_changes
(
    workspace LowCardinality(String),
    segment LowCardinality(String),
    profile_id UUID,
    time DateTime64(6, 'UTC'),
    entered Bool
)
ENGINE = MergeTree
ORDER BY (workspace, segment, profile_id, time)
SETTINGS non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1
