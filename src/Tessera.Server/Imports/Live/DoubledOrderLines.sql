-- The lines that tracking calls brought of orders that are there already under another identifier of the same customer.
SELECT profile_id, order_id, line_key, occurrence
FROM
(
    SELECT
        lines.profile_id AS profile_id,
        lines.order_id AS order_id,
        lines.line_key AS line_key,
        lines.occurrence AS occurrence,
        lines.is_tracked AS is_tracked,
        row_number() OVER (
            PARTITION BY
                if(moved.profile_id = toUUID('00000000-0000-0000-0000-000000000000'), lines.profile_id, moved.profile_id),
                lines.order_id, lines.product, lines.quantity, lines.amount, lines.currency, lines.occurrence
            ORDER BY lines.is_tracked, lines.profile_id, lines.line_key) AS nth
    FROM
    (
        SELECT
            profile_id, order_id, line_key, occurrence, if(sku = '', description, sku) AS product, quantity, original_amount AS amount, original_currency AS currency,
            import_id = toUUID('00000000-0000-0000-0000-000000000000') AS is_tracked
        FROM order_lines
        WHERE workspace = {workspace:String} AND profile_id IN {identifiers:Array(UUID)} AND quantity > 0
    ) AS lines
    LEFT ANY JOIN
    (
        SELECT node_id, profile_id FROM moved_identities WHERE workspace = {workspace:String}
    ) AS moved ON moved.node_id = lines.profile_id
)
WHERE nth > 1 AND is_tracked
