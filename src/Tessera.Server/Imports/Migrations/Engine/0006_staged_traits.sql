-- What imports that are being read say of customers, one trait a row. Dropped, by partition, once it is published.
CREATE TABLE staged_traits
(
    import_id UUID,
    profile_id UUID,
    identifier_kind String,
    identifier String,
    time DateTime64(6, 'UTC'),
    -- Empty: only that the customer exists, and since when.
    trait String,
    -- A JSON value.
    value String,
    source_line UInt64,
    profile_hash UInt64 DEFAULT cityHash64(profile_id)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (profile_hash, trait, time, source_line)
SETTINGS non_replicated_deduplication_window = 1000
