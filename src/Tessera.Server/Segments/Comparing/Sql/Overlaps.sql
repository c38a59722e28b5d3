-- How many are in each segment, and how many of these are in a segment asked about.
SELECT
    toString(segment) AS key,
    toInt64(count()) AS size,
    toInt64(countIf(profile_id IN (SELECT profile_id FROM segment_members_of(of_workspace = {workspace:String}) WHERE workspace = {workspace:String} AND segment = {segment:String}))) AS shared
FROM segment_members_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String}
GROUP BY segment
