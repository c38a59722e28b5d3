-- The members that one evaluation found, while they are being compared with those kept; each evaluation is a partition.
CREATE TABLE IF NOT EXISTS segment_evaluations
(
    evaluation UUID,
    segment LowCardinality(String),
    profile_id UUID
)
ENGINE = MergeTree
PARTITION BY evaluation
ORDER BY (segment, profile_id)
SETTINGS non_replicated_deduplication_window = 0
