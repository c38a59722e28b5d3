-- The order statistics that decide the scores; RfmBounds says which levels pick them exactly.
SELECT
    quantilesExact({recency_1:Float64}, {recency_2:Float64}, {recency_3:Float64}, {recency_4:Float64})(recency_days) AS recency,
    quantilesExact({rising_1:Float64}, {rising_2:Float64}, {rising_3:Float64}, {rising_4:Float64})(orders) AS frequency,
    quantilesExact({rising_1:Float64}, {rising_2:Float64}, {rising_3:Float64}, {rising_4:Float64})(money) AS monetary
FROM
(
    SELECT
        toInt32(dateDiff('day', toDate(last_order, {time_zone:String}), {reference_date:Date})) AS recency_days,
        orders,
        if({net:Bool}, revenue - returns, revenue) AS money
    FROM customer_totals
    WHERE workspace = {workspace:String} AND version = {totals_version:UInt64} AND orders > 0
)
