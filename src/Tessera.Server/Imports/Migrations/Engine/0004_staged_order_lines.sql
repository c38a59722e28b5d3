-- Order lines of imports that are being read. Dropped, by partition, once they are published.
CREATE TABLE staged_order_lines
(
    import_id UUID,
    profile_id UUID,
    identifier_kind String,
    customer String,
    email String,
    customer_name String,
    time DateTime64(6, 'UTC'),
    order_id String,
    kind String,
    line_type String,
    sku String,
    description String,
    category String,
    quantity Decimal(18, 4),
    unit_price Decimal(18, 6),
    amount Decimal(18, 4),
    currency String,
    original_amount Decimal(18, 4),
    original_currency String,
    country String,
    source_line UInt64,
    -- The nth identical line of its order, from 1, when the source says so (the products of a tracking call); 0: to be counted.
    given_occurrence UInt32 DEFAULT 0,
    -- Orders are published in ranges of this hash, so that memory does not grow with the file.
    order_hash UInt64 DEFAULT cityHash64(order_id),
    -- A line is recognised again by when, what, how many and how much. Kind, customer and country may be corrected by a later export.
    line_key UInt128 DEFAULT reinterpretAsUInt128(sipHash128(time, sku, if(sku = '', description, ''), quantity, original_amount, original_currency))
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (order_hash, line_key, given_occurrence, source_line)
SETTINGS non_replicated_deduplication_window = 1000
