-- What a customer is worth, from the order lines themselves. The same rules as the totals of all customers.
SELECT
    uniqExactIf(order_id, kind = 'sale') AS orders,
    sumIf(amount, kind = 'sale') AS revenue,
    -sumIf(amount, kind IN ('return', 'cancellation', 'discount') AND amount < 0) AS returns
FROM order_lines
WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}
SETTINGS max_threads = 1
