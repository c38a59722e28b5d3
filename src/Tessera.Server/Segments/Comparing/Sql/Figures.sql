-- What the customers of two segments, and everybody, come to: three rows, of a, b and all.
SELECT
    grouping.1 AS part,
    toInt64(count()) AS customers,
    toInt64(countIf(times_bought > 0)) AS buyers,
    sum(spent) AS revenue,
    toInt64(sum(times_bought)) AS orders,
    toInt64(sumIf(dateDiff('day', toDate(last_order, {time_zone:String}), {today:Date}), times_bought > 0)) AS recency_days,
    toInt64(countIf(last_seen > {active_from:DateTime64(6, 'UTC')})) AS active,
    toInt64(countIf(first_seen > {active_from:DateTime64(6, 'UTC')})) AS new,
    toInt64(sum(dateDiff('day', first_seen, now64(6, 'UTC')))) AS age_days
FROM
(
    SELECT
        known.profile_id AS profile_id,
        known.first_seen AS first_seen,
        known.last_seen AS last_seen,
        totals.revenue AS spent,
        totals.orders AS times_bought,
        totals.last_order AS last_order,
        arrayFilter(part -> part.2, [('a', members.in_a), ('b', members.in_b), ('all', true)]) AS parts
    FROM
    (
        SELECT profile_id, first_seen, last_seen FROM profiles FINAL WHERE workspace = {workspace:String}
    ) AS known
    LEFT JOIN
    (
        SELECT profile_id, max(segment = {a:String}) = 1 AS in_a, max(segment = {b:String}) = 1 AS in_b
        FROM segment_members_of(of_workspace = {workspace:String})
        WHERE workspace = {workspace:String} AND segment IN ({a:String}, {b:String})
        GROUP BY profile_id
    ) AS members ON members.profile_id = known.profile_id
    LEFT JOIN
    (
        SELECT profile_id, revenue, orders, last_order FROM customer_totals WHERE workspace = {workspace:String} AND version = {totals_version:UInt64}
    ) AS totals ON totals.profile_id = known.profile_id
)
ARRAY JOIN parts AS grouping
GROUP BY part
