SELECT
    toString(scored.profile_id) AS profile_id,
    as_text(known.identifier) AS user_id,
    recency_days,
    frequency,
    monetary,
    r,
    f,
    m,
    segment
FROM
(
    SELECT profile_id, recency_days, frequency, monetary, r, f, m, segment
    FROM rfm_customers
    WHERE workspace = {workspace:String} AND version = {version:UInt64}
) AS scored
LEFT JOIN
(
    SELECT profile_id, identifier FROM profiles FINAL WHERE workspace = {workspace:String}
) AS known ON known.profile_id = scored.profile_id
ORDER BY user_id, profile_id
