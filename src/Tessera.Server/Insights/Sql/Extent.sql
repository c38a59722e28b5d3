-- The times of the first and the last purchase; one row also where there are none.
SELECT
    count() AS purchases,
    min(time) AS first_purchase,
    max(time) AS last_purchase
FROM order_lines
WHERE workspace = {workspace:String} AND kind = 'sale'
