-- What each of the 125 cells holds.
SELECT
    r,
    f,
    m,
    count() AS customers,
    sum(monetary) AS revenue,
    sum(recency_days) AS total_recency_days,
    sum(frequency) AS total_orders,
    max(recency_days) AS most_recency_days,
    min(frequency) AS least_orders,
    min(monetary) AS least_monetary
FROM rfm_customers
WHERE workspace = {workspace:String} AND version = {version:UInt64}
GROUP BY r, f, m
ORDER BY r, f, m
