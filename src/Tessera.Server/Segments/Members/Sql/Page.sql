-- A page of a segment's members, after a value of the sorted field; ties go by profile.
SELECT profile_id, recency_days, frequency, monetary, r, f, m, segment, sort_value
FROM
(
    SELECT
        profile_id,
        recency_days,
        frequency,
        monetary,
        r,
        f,
        m,
        segment,
        {sign:Int8} * multiIf(
            {sort:String} = 'recency', toDecimal128(recency_days, 4),
            {sort:String} = 'frequency', toDecimal128(frequency, 4),
            toDecimal128(monetary, 4)) AS sort_value
    FROM rfm_customers
    WHERE workspace = {workspace:String} AND version = {version:UInt64} AND segment = {segment:String}
)
WHERE {first:Bool}
    OR sort_value > {after_value:Decimal(38, 4)}
    OR (sort_value = {after_value:Decimal(38, 4)} AND profile_id > {after_profile:UUID})
ORDER BY sort_value, profile_id
LIMIT {limit:UInt32}
