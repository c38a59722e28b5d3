-- What some customers are worth, from the order lines themselves. The same rules as the totals of all customers. The nth owner is the customer that the nth
-- node is an identifier of.
SELECT
    {owners:Array(UUID)}[indexOf({nodes:Array(UUID)}, profile_id)] AS owner,
    uniqExactIf(order_id, kind = 'sale') AS orders,
    sumIf(amount, kind = 'sale') AS revenue,
    -sumIf(amount, kind IN ('return', 'cancellation', 'discount') AND amount < 0) AS returns
FROM order_lines
WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}
GROUP BY owner
SETTINGS max_threads = 1
