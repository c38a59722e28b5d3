-- What the customers of some definitions come to, in one pass; the definitions' own SELECT and columns stand where the two comments are. The part 0 is everybody.
SELECT
    toInt64(part) AS part,
    toInt64(count()) AS customers,
    toInt64(countIf(times_bought > 0)) AS buyers,
    sum(spent) AS revenue,
    toInt64(sum(times_bought)) AS orders,
    toInt64(countIf(last_seen > {active_from:DateTime64(6, 'UTC')})) AS active
FROM
(
    SELECT arrayPushFront(arrayFilter((index, member) -> member = 1, arrayEnumerate(/* columns */), /* columns */), 0) AS parts, totals.revenue AS spent, totals.orders AS times_bought, known.last_seen AS last_seen
    FROM
    (
        /* definitions */
    ) AS found
    INNER JOIN
    (
        SELECT profile_id, last_seen FROM profiles FINAL WHERE workspace = {figures_workspace:String}
    ) AS known ON known.profile_id = found.profile_id
    LEFT JOIN
    (
        SELECT profile_id, revenue, orders FROM customer_totals WHERE workspace = {figures_workspace:String} AND version = {totals_version:UInt64}
    ) AS totals ON totals.profile_id = found.profile_id
)
ARRAY JOIN parts AS part
GROUP BY part
