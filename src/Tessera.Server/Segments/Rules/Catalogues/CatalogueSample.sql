-- Calls of one in so many customers, to learn the properties from, and the traits of companies.
SELECT type, multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) AS event, properties
FROM segment_calls_of(of_workspace = {workspace:String})
WHERE cityHash64(profile_id) % {one_in:UInt64} = 0 AND workspace = {workspace:String} AND type IN ('track', 'page', 'screen', 'group')
LIMIT {limit:UInt32}
