-- Stores the lines of one range of orders that are there already, but as something else, as they are now. Running it again changes nothing.
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
INNER JOIN
(
    SELECT order_id, line_key, occurrence, kind AS known_kind, profile_id AS known_profile_id
    FROM order_lines
    WHERE workspace = {workspace:String}
        AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
        AND cityHash64(order_id) BETWEEN {from:UInt64} AND {to:UInt64}
        AND import_id != {import:UUID}
) AS known USING (order_id, line_key, occurrence)
WHERE (final_kind != known_kind OR (profile_id != known_profile_id AND profile_id != toUUID('00000000-0000-0000-0000-000000000000')))
    AND (order_id, line_key, occurrence) NOT IN
    (
        SELECT order_id, line_key, occurrence
        FROM order_lines
        WHERE workspace = {workspace:String}
            AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
            AND cityHash64(order_id) BETWEEN {from:UInt64} AND {to:UInt64}
            AND import_id = {import:UUID}
    )
