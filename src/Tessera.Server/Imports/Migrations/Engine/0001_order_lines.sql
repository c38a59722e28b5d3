-- One line of one order, as published by an import. A line is known by (workspace, order_id, line_key, occurrence).
CREATE TABLE order_lines
(
    workspace LowCardinality(String),
    -- The zero UUID: the customer is not known.
    profile_id UUID,
    time DateTime64(6, 'UTC'),
    order_id String,
    -- Hash of what makes the line itself: time, product, quantity, price, amount, currency.
    line_key UInt128,
    -- The nth identical line of the same order, from 1.
    occurrence UInt32,
    -- sale, return, cancellation, free, adjustment, fee, discount, other-currency: a purchase is kind = 'sale'.
    kind LowCardinality(String),
    -- What the line is about: product, postage, manual, discount, fee, voucher, samples, commission, bad-debt, stock.
    line_type LowCardinality(String),
    sku String,
    description String,
    category LowCardinality(String),
    quantity Decimal(18, 4),
    unit_price Decimal(18, 6),
    -- What the customer paid for the line; negative when money or goods went back.
    amount Decimal(18, 4),
    -- The currency of unit_price and amount: the workspace's, except for lines of kind other-currency.
    currency LowCardinality(String),
    -- Amount and currency as in the file; they differ from the two above when a rate was given.
    original_amount Decimal(18, 4),
    original_currency LowCardinality(String),
    country LowCardinality(String),
    -- The customer as the file names them.
    customer String,
    import_id UUID,
    source_line UInt64
)
ENGINE = MergeTree
PARTITION BY toYear(time)
ORDER BY (workspace, profile_id, time, order_id)
SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1
