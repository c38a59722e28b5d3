-- Who entered or left segments as an evaluation has found it, until that is recorded.
CREATE TABLE IF NOT EXISTS segment_found_changes
(
    evaluation UUID,
    segment String,
    profile_id UUID,
    time DateTime64(6, 'UTC'),
    entered Bool,
    cause LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY evaluation
ORDER BY (segment, profile_id)
