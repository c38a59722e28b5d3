-- How many customers bought for the first time in each step of a period.
SELECT
    multiIf(
        {interval:String} = 'month', toStartOfMonth(toDate(first_order, {time_zone:String})),
        {interval:String} = 'week', toMonday(toDate(first_order, {time_zone:String})),
        toDate(first_order, {time_zone:String})) AS step,
    count() AS customers
FROM customer_totals
WHERE workspace = {workspace:String}
    AND version = {totals_version:UInt64}
    AND orders > 0
    AND first_order >= {from:DateTime64(6, 'UTC')}
    AND first_order < {to:DateTime64(6, 'UTC')}
GROUP BY step
