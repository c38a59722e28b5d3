-- Some calls of events that the sample has none of.
SELECT type, multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', toString(name)) AS event, properties
FROM events
WHERE workspace = {workspace:String} AND ((type = 'track' AND name IN {events:Array(String)}) OR (type IN ('page', 'screen') AND event IN {events:Array(String)}))
LIMIT 100 BY event
LIMIT {limit:UInt32}
