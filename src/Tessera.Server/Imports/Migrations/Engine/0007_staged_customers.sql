-- What the order lines of imports that are being read say of their customers. Order lines themselves are staged in a table for each import.
CREATE TABLE IF NOT EXISTS staged_customers
(
    import_id UUID,
    profile_id UUID,
    identifier_kind String,
    identifier String,
    first DateTime64(6, 'UTC'),
    last DateTime64(6, 'UTC'),
    -- The latest that was said of each, and when; empty when nothing was.
    name String,
    name_time DateTime64(6, 'UTC'),
    email String,
    email_time DateTime64(6, 'UTC'),
    country String,
    country_time DateTime64(6, 'UTC'),
    profile_hash UInt64 DEFAULT cityHash64(profile_id)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (profile_hash, profile_id)
SETTINGS non_replicated_deduplication_window = 1000;

DROP TABLE IF EXISTS staged_order_lines SYNC
