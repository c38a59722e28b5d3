-- Lines that tracking calls brought and a file has too: of the same customer, under whichever of their identifiers, and the same order, product, quantity and amount. Of what was
-- taken back also at about the same time, since the same may be taken back twice: a file may know the day alone.
-- What was tracked stands on the right, which is held in memory: a file may be large where little is tracked.
SELECT DISTINCT tracked.profile_id, tracked.order_id, tracked.line_key, tracked.occurrence
FROM
(
    SELECT *, if(moved.profile_id = toUUID('00000000-0000-0000-0000-000000000000'), lines.profile_id, moved.profile_id) AS customer_id
    FROM
    (
        SELECT profile_id, order_id, time, if(sku = '', description, sku) AS product, quantity, original_amount, original_currency
        FROM order_lines
        WHERE workspace = {workspace:String} AND import_id != toUUID('00000000-0000-0000-0000-000000000000') AND /*lines*/
    ) AS lines
    LEFT ANY JOIN (SELECT node_id, profile_id FROM moved_identities WHERE workspace = {workspace:String}) AS moved ON moved.node_id = lines.profile_id
) AS filed
INNER JOIN
(
    SELECT *, if(moved.profile_id = toUUID('00000000-0000-0000-0000-000000000000'), lines.profile_id, moved.profile_id) AS customer_id
    FROM
    (
        SELECT profile_id, order_id, line_key, occurrence, time, if(sku = '', description, sku) AS product, quantity, original_amount, original_currency
        FROM order_lines
        WHERE workspace = {workspace:String} AND import_id = toUUID('00000000-0000-0000-0000-000000000000') AND /*lines*/
    ) AS lines
    LEFT ANY JOIN (SELECT node_id, profile_id FROM moved_identities WHERE workspace = {workspace:String}) AS moved ON moved.node_id = lines.profile_id
) AS tracked
    ON filed.customer_id = tracked.customer_id AND filed.order_id = tracked.order_id AND filed.product = tracked.product AND filed.quantity = tracked.quantity
        AND filed.original_amount = tracked.original_amount AND filed.original_currency = tracked.original_currency
WHERE tracked.quantity > 0 OR abs(toUnixTimestamp64Micro(tracked.time) - toUnixTimestamp64Micro(filed.time)) <= {apart:Int64}
