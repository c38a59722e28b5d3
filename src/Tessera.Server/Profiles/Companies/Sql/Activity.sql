-- What some customers did together.
SELECT toInt64(countIf(type IN ('track', 'page', 'screen'))) AS events, max(time) AS last_seen
FROM events
WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}
