-- The staged lines of one range of orders, as they are to be published. Where the reader could not see every order as a whole
-- (recount), identical lines of an order are numbered here, and lines that come to nothing, without a customer, in an order without any
-- price are seen for what they are: corrections of stock. Lines that say their own number are each kept once.
SELECT
    profile_id,
    time,
    order_id,
    line_key,
    if({recount:Bool}, toUInt32(nth), stated_occurrence) AS occurrence,
    if(
        stated_kind = 'free' AND profile_id = toUUID('00000000-0000-0000-0000-000000000000')
        AND order_id NOT IN (
            SELECT order_id
            FROM {staged:Identifier}
            WHERE original_amount != 0 AND cityHash64(order_id) BETWEEN {from:UInt64} AND {to:UInt64}
        ),
        'adjustment',
        stated_kind
    ) AS final_kind,
    if(final_kind = 'adjustment' AND stated_line_type = 'product', 'stock', stated_line_type) AS final_line_type,
    sku,
    description,
    category,
    quantity,
    unit_price,
    amount,
    currency,
    original_amount,
    original_currency,
    country,
    customer,
    source_line
FROM
(
    SELECT
        * EXCEPT (occurrence, kind, line_type),
        occurrence AS stated_occurrence,
        -- What the reader took for a correction of stock was free before the order turned out to have more lines.
        {recount:Bool} AND kind = 'adjustment' AND quantity > 0 AND original_amount = 0 AND line_type != 'bad-debt' AS was_free,
        if(was_free, 'free', kind) AS stated_kind,
        if(was_free AND line_type = 'stock', 'product', line_type) AS stated_line_type,
        row_number() OVER (PARTITION BY order_id, line_key, if({recount:Bool}, 0, occurrence) ORDER BY source_line) AS nth
    FROM {staged:Identifier}
    WHERE cityHash64(order_id) BETWEEN {from:UInt64} AND {to:UInt64}
)
WHERE {recount:Bool} OR nth = 1
