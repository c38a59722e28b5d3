-- The segments of one month's end, and since when: the month before carries on where the segment is the same.
INSERT INTO rfm_snapshots (workspace, version, profile_id, segment, since)
SELECT
    {workspace:String},
    {version:UInt64},
    now.profile_id AS profile_id,
    now.segment AS segment,
    if(now.segment = before.segment, before.since, {date:Date}) AS since
FROM
(
    SELECT profile_id, segment FROM rfm_customers WHERE workspace = {workspace:String} AND version = {rfm_version:UInt64}
) AS now
LEFT JOIN
(
    SELECT profile_id, segment, since FROM rfm_snapshots WHERE workspace = {workspace:String} AND version = {previous_version:UInt64}
) AS before ON before.profile_id = now.profile_id
