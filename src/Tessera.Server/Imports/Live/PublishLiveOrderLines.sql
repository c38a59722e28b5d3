-- Publishes one batch of live order lines: those that are not there yet. Running it again changes nothing.
INSERT INTO order_lines
(
    workspace, profile_id, time, order_id, line_key, occurrence, kind, line_type, sku, description, category,
    quantity, unit_price, amount, currency, original_amount, original_currency, country, customer, import_id, source_line
)
SELECT
    {workspace:String}, profile_id, time, order_id, line_key, given_occurrence, kind, line_type, sku, description, category,
    quantity, unit_price, amount, currency, original_amount, original_currency, country, customer, toUUID('00000000-0000-0000-0000-000000000000'), 0
FROM
(
    SELECT *, given_occurrence AS occurrence
    FROM live_order_lines
    WHERE import_id = {batch:UUID}
    ORDER BY source_line
    LIMIT 1 BY order_id, line_key, given_occurrence
) AS new
LEFT ANTI JOIN
(
    SELECT order_id, line_key, occurrence
    FROM order_lines
    WHERE workspace = {workspace:String}
        AND time IN (SELECT time FROM live_order_lines WHERE import_id = {batch:UUID})
        AND order_id IN (SELECT order_id FROM live_order_lines WHERE import_id = {batch:UUID})
) AS known USING (order_id, line_key, occurrence)
