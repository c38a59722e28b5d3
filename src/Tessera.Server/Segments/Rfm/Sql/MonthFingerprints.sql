-- What the order lines of each month amount to: a month's past is unchanged when all sums up to it are.
SELECT
    toStartOfMonth(toDate(time, {time_zone:String})) AS month,
    count() AS lines,
    groupBitXor(sipHash64(profile_id, time, order_id, line_key, occurrence, kind, amount)) AS hash
FROM order_lines_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String}
GROUP BY month
ORDER BY month
