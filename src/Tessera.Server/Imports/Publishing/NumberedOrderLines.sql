-- The staged lines of one range of orders, as they are to be published: identical lines of an order numbered (or, where the
-- source numbered them itself, each kept once), and lines that come to nothing, without a customer, in an order without any
-- price seen for what they are: corrections of stock.
SELECT
    profile_id,
    time,
    order_id,
    line_key,
    if(given_occurrence > 0, given_occurrence, toUInt32(nth)) AS occurrence,
    if(
        kind = 'free' AND profile_id = toUUID('00000000-0000-0000-0000-000000000000')
        AND order_hash NOT IN (
            SELECT order_hash
            FROM staged_order_lines
            WHERE import_id = {import:UUID} AND order_hash BETWEEN {from:UInt64} AND {to:UInt64} AND original_amount != 0
        ),
        'adjustment',
        kind
    ) AS final_kind,
    if(final_kind = 'adjustment' AND line_type = 'product', 'stock', line_type) AS final_line_type,
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
    SELECT *, row_number() OVER (PARTITION BY order_hash, line_key, given_occurrence ORDER BY source_line) AS nth
    FROM staged_order_lines
    WHERE import_id = {import:UUID} AND order_hash BETWEEN {from:UInt64} AND {to:UInt64}
)
WHERE given_occurrence = 0 OR nth = 1
