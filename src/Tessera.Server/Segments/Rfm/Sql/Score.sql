-- A score is one more than the bounds a customer is strictly better than; the segment is looked up by the cell.
INSERT INTO rfm_customers (workspace, version, profile_id, recency_days, frequency, monetary, r, f, m, segment)
WITH
    {recency:Array(Int32)} AS recency_bounds,
    {frequency:Array(Int64)} AS frequency_bounds,
    {monetary:Array(Decimal(18, 4))} AS monetary_bounds,
    {segments:Array(String)} AS segments
SELECT
    workspace,
    {version:UInt64},
    profile_id,
    toInt32(dateDiff('day', toDate(last_order, {time_zone:String}), {reference_date:Date})) AS recency_days,
    orders AS frequency,
    if({net:Bool}, revenue - returns, revenue) AS monetary,
    toUInt8(1 + (recency_days < recency_bounds[1]) + (recency_days < recency_bounds[2])
        + (recency_days < recency_bounds[3]) + (recency_days < recency_bounds[4])) AS r,
    toUInt8(1 + (frequency > frequency_bounds[1]) + (frequency > frequency_bounds[2])
        + (frequency > frequency_bounds[3]) + (frequency > frequency_bounds[4])) AS f,
    toUInt8(1 + (monetary > monetary_bounds[1]) + (monetary > monetary_bounds[2])
        + (monetary > monetary_bounds[3]) + (monetary > monetary_bounds[4])) AS m,
    segments[(r - 1) * 25 + (f - 1) * 5 + m] AS segment
FROM customer_totals
WHERE workspace = {workspace:String} AND version = {totals_version:UInt64} AND orders > 0
