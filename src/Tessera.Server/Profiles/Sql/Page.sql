-- A page of profiles: those that match best first, then by the field asked for, ties by profile. Only what is sorted by is read here; the rest
-- is fetched for the page alone. What customers bought is joined only when it is sorted by.
SELECT profile_id, rank, sort_value
FROM
(
    SELECT
        profile_id,
        multiIf(
            {search:String} = '', 0,
            lowerUTF8(identifier) = lowerUTF8({search:String}), 0,
            startsWith(lowerUTF8(identifier), lowerUTF8({search:String})) OR startsWith(lowerUTF8(name), lowerUTF8({search:String})), 1,
            2) AS rank,
        {sign:Int8} * multiIf(
            {sort:String} = 'orders', toDecimal128(bought.orders, 6),
            {sort:String} = 'revenue', toDecimal128(bought.revenue, 6),
            {sort:String} = 'firstSeen', toDecimal128(toUnixTimestamp64Micro(first_seen), 6),
            toDecimal128(toUnixTimestamp64Micro(last_seen), 6)) AS sort_value
    FROM
    (
        SELECT profile_id, identifier, name, email, first_seen, last_seen
        FROM profiles FINAL
        WHERE workspace = {workspace:String}
            AND ({segment:String} = '' OR profile_id IN (
                SELECT profile_id FROM rfm_customers
                WHERE workspace = {workspace:String} AND version = {rfm_version:UInt64} AND segment = {segment:String}))
            AND ({search:String} = ''
                OR positionCaseInsensitiveUTF8(identifier, {search:String}) > 0
                OR positionCaseInsensitiveUTF8(name, {search:String}) > 0
                OR positionCaseInsensitiveUTF8(email, {search:String}) > 0)
    ) AS found
    LEFT ANY JOIN
    (
        SELECT profile_id, orders, revenue
        FROM customer_totals
        WHERE workspace = {workspace:String} AND version = {totals_version:UInt64} AND {sort:String} IN ('orders', 'revenue')
    ) AS bought ON bought.profile_id = found.profile_id
)
WHERE {first:Bool} OR (rank, sort_value, profile_id) > ({after_rank:UInt8}, {after_value:Decimal(38, 6)}, {after_profile:UUID})
ORDER BY rank, sort_value, profile_id
LIMIT {limit:UInt32}
