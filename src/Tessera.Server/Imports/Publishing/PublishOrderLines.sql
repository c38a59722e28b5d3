-- Publishes one range of orders: the lines that are not there yet. Running it again changes nothing.
INSERT INTO order_lines
(
    workspace, profile_id, time, order_id, line_key, occurrence, kind, line_type, sku, description, category,
    quantity, unit_price, amount, currency, original_amount, original_currency, country, customer, import_id, source_line
)
SELECT
    {workspace:String}, profile_id, time, order_id, line_key, occurrence, final_kind, final_line_type, sku, description, category,
    quantity, unit_price, amount, currency, original_amount, original_currency, country, customer, {import:UUID}, source_line
FROM
(
    /*numbered*/
) AS new
LEFT ANTI JOIN
(
    SELECT order_id, line_key, occurrence
    FROM order_lines
    WHERE workspace = {workspace:String}
        AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
        AND cityHash64(order_id) BETWEEN {from:UInt64} AND {to:UInt64}
) AS known USING (order_id, line_key, occurrence)
