-- How many customers there are to score, and the date of the last purchase of them all.
SELECT
    count() AS customers,
    toDate(max(last_order), {time_zone:String}) AS last_purchase
FROM customer_totals
WHERE workspace = {workspace:String} AND version = {version:UInt64} AND orders > 0
