-- The moves of customers into and out of a segment of the RFM model between two dates; who had no segment at one of them has an empty one.
-- A date is a month's end that was kept, or now.
SELECT was.segment AS was_in, now.segment AS is_in, toInt64(count()) AS customers
FROM
(
    SELECT profile_id, toString(segment) AS segment FROM rfm_snapshots WHERE workspace = {workspace:String} AND version = {from_version:UInt64}
) AS was
FULL OUTER JOIN
(
    SELECT profile_id, toString(segment) AS segment FROM rfm_snapshots WHERE workspace = {workspace:String} AND version = {to_version:UInt64}
    UNION ALL
    SELECT profile_id, toString(segment) AS segment FROM rfm_customers WHERE workspace = {workspace:String} AND version = {to_scores:UInt64}
) AS now ON now.profile_id = was.profile_id
WHERE was.segment != now.segment AND (was.segment = {segment:String} OR now.segment = {segment:String})
GROUP BY was_in, is_in
