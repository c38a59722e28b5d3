-- What was sold in each step of a period and, as the row without a step, in the whole of it. The whole is merged from the steps, so that orders
-- and customers of several steps count once.
SELECT
    step,
    grouping(step) = 1 AS is_whole,
    sumIf(amount, kind = 'sale') AS revenue,
    -sumIf(amount, kind != 'sale' AND amount < 0) AS returns,
    uniqExactIf(reinterpretAsUInt128(sipHash128(order_id)), kind = 'sale') AS orders,
    uniqExactIf(reinterpretAsUInt128(sipHash128(order_id)), kind = 'sale' AND is_unknown) AS orders_without_customer,
    uniqExactIf(profile_id, kind = 'sale' AND NOT is_unknown) AS customers
FROM
(
    SELECT
        multiIf(
            {interval:String} = 'month', toStartOfMonth(toDate(time, {time_zone:String})),
            {interval:String} = 'week', toMonday(toDate(time, {time_zone:String})),
            toDate(time, {time_zone:String})) AS step,
        kind,
        amount,
        order_id,
        profile_id,
        profile_id = toUUID('00000000-0000-0000-0000-000000000000') AS is_unknown
    FROM order_lines_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String}
        AND kind IN ('sale', 'return', 'cancellation', 'discount')
        AND time >= {from:DateTime64(6, 'UTC')}
        AND time < {to:DateTime64(6, 'UTC')}
)
GROUP BY step WITH ROLLUP
ORDER BY is_whole, step
