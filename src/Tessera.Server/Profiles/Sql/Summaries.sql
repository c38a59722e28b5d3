-- What a list says about the profiles of one page.
SELECT
    known.profile_id AS profile_id,
    kind,
    identifier,
    name,
    country,
    first_seen,
    last_seen,
    bought.orders AS orders,
    bought.revenue AS revenue,
    scored.segment AS segment,
    known.columns AS columns
FROM
(
    SELECT
        profile_id, kind, identifier, name, country, first_seen, last_seen,
        -- As JSON; empty when not known.
        arrayMap(
            column -> multiIf(
                column = 'name', if(name = '', '', toJSONString(name)),
                column = 'email', if(email = '', '', toJSONString(email)),
                column = 'country', if(country = '', '', toJSONString(toString(country))),
                JSONExtractRaw(traits, column)),
            {columns:Array(String)}) AS columns
    FROM profiles FINAL
    WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
) AS known
LEFT ANY JOIN
(
    SELECT profile_id, orders, revenue
    FROM customer_totals
    WHERE workspace = {workspace:String} AND version = {totals_version:UInt64} AND profile_id IN {profiles:Array(UUID)}
) AS bought ON bought.profile_id = known.profile_id
LEFT ANY JOIN
(
    SELECT profile_id, segment
    FROM rfm_customers
    WHERE workspace = {workspace:String} AND version = {rfm_version:UInt64} AND profile_id IN {profiles:Array(UUID)}
) AS scored ON scored.profile_id = known.profile_id
