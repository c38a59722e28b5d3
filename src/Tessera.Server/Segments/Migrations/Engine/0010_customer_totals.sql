-- What each known customer bought, once per computation ("version"): over all time for the profiles, over a span of time for RFM.
-- Metadata says which version is current; a version is written whole before it becomes current, and dropped as a partition.
CREATE TABLE IF NOT EXISTS customer_totals
(
    workspace LowCardinality(String),
    version UInt64,
    profile_id UUID,
    -- Of purchases (lines of kind sale); 1970-01-01 when there are none.
    first_order DateTime64(6, 'UTC'),
    last_order DateTime64(6, 'UTC'),
    -- Distinct orders with at least one purchased line.
    orders UInt32,
    -- Sum of the amounts of purchases.
    revenue Decimal(18, 4),
    -- What went back: returns, cancellations and discounts, as a positive amount.
    returns Decimal(18, 4)
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (workspace, profile_id)
SETTINGS non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1
