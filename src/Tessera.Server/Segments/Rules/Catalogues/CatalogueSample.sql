-- Calls of one in so many customers, to learn the properties and traits from.
SELECT type, multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) AS event, properties
FROM events
PREWHERE cityHash64(profile_id) % {one_in:UInt64} = 0
WHERE workspace = {workspace:String} AND type IN ('track', 'page', 'screen', 'identify', 'group')
LIMIT {limit:UInt32}
