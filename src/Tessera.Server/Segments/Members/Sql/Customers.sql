-- The values, scores and segments of some customers.
SELECT profile_id, recency_days, frequency, monetary, r, f, m, segment
FROM rfm_customers
WHERE workspace = {workspace:String} AND version = {version:UInt64} AND profile_id IN {profiles:Array(UUID)}
