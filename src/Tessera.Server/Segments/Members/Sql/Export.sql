-- All members of a segment, those who spent most first.
SELECT
    toString(member.profile_id) AS profile_id,
    as_text(known.identifier) AS user_id,
    as_text(known.name) AS name,
    as_text(known.country) AS country,
    -- No month's end knows the customer in this segment: they came since the last one.
    if({snapshot:UInt64} = 0, NULL, if(before.segment = member.segment, before.since, {reference_date:Date})) AS since,
    member.recency_days AS recency_days,
    member.frequency AS frequency,
    member.monetary AS monetary,
    member.r AS r,
    member.f AS f,
    member.m AS m
FROM
(
    SELECT profile_id, recency_days, frequency, monetary, r, f, m, segment
    FROM rfm_customers
    WHERE workspace = {workspace:String} AND version = {version:UInt64} AND segment = {segment:String}
) AS member
LEFT JOIN
(
    SELECT profile_id, identifier, name, country FROM profiles FINAL WHERE workspace = {workspace:String}
) AS known ON known.profile_id = member.profile_id
LEFT JOIN
(
    SELECT profile_id, segment, since FROM rfm_snapshots
    WHERE workspace = {workspace:String} AND version = {snapshot:UInt64} AND segment = {segment:String}
) AS before ON before.profile_id = member.profile_id
ORDER BY monetary DESC, profile_id
