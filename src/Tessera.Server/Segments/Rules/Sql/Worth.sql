-- What the members of each segment spent.
SELECT
    segment,
    toInt64(count()) AS buyers,
    sum(revenue) AS revenue,
    toInt64(sum(orders)) AS orders,
    sum(dateDiff('day', toDate(last_order, {time_zone:String}), {today:Date})) AS recency_days
FROM
(
    SELECT segment, profile_id
    FROM segment_changes_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String} AND segment IN {segments:Array(String)}
    GROUP BY segment, profile_id
    HAVING argMax(entered, (time, entered))
) AS members
INNER JOIN
(
    SELECT profile_id, revenue, orders, last_order
    FROM customer_totals
    WHERE workspace = {workspace:String} AND version = {totals_version:UInt64} AND orders > 0
) AS totals USING (profile_id)
GROUP BY segment
