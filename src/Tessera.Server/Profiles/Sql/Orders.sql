-- A customer's orders with their lines, newest first, after an order if one is given.
SELECT
    order_id,
    min(time) AS ordered_at,
    any(currency) AS order_currency,
    sum(amount) AS order_amount,
    sum(quantity) AS order_quantity,
    sumIf(amount, kind = 'sale') AS sold,
    -sumIf(amount, kind IN ('return', 'cancellation') AND amount < 0) AS given_back,
    countIf(kind = 'cancellation') AS cancelled_lines,
    countIf(kind = 'return') AS returned_lines,
    arraySort(line -> line.7, groupArray((sku, description, quantity, unit_price, amount, kind, source_line))) AS lines
FROM order_lines
WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}
GROUP BY order_id
HAVING {first:Bool}
    OR ordered_at < {after_time:DateTime64(6, 'UTC')}
    OR (ordered_at = {after_time:DateTime64(6, 'UTC')} AND order_id < {after_order:String})
ORDER BY ordered_at DESC, order_id DESC
LIMIT {limit:UInt32}
