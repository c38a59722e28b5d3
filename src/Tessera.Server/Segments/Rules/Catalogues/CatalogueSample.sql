-- Some calls of the customers whose ids come first, a few of each kind and customer, to learn the properties from, and the traits of companies. What is read is bounded, also where a
-- few customers have made nearly all calls: then it is of those who come first.
SELECT type, multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', toString(name)) AS event, properties
FROM events
WHERE workspace = {workspace:String}
    AND profile_id != toUUID('00000000-0000-0000-0000-000000000000')
    AND ({everybody:Bool} OR profile_id < {before:UUID})
    AND type IN ('track', 'page', 'screen', 'group')
LIMIT 5 BY profile_id, type, event
LIMIT {limit:UInt32}
SETTINGS max_rows_to_read = 1000000, read_overflow_mode = 'break'
