-- The latest context of one in so many customers.
SELECT argMax(context, (time, message_id))
FROM segment_calls_of(of_workspace = {workspace:String})
WHERE cityHash64(profile_id) % {one_in:UInt64} = 0 AND workspace = {workspace:String} AND context NOT IN ('', '{}')
GROUP BY profile_id
LIMIT {limit:UInt32}
