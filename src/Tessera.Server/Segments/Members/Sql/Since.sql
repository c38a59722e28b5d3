-- Since which month's end some customers are in the segment that they were in at the last one.
SELECT profile_id, segment, since
FROM rfm_snapshots
WHERE workspace = {workspace:String} AND version = {version:UInt64} AND profile_id IN {profiles:Array(UUID)}
