-- The calls up to an instant that said something of a company.
SELECT type, time, message_id, name, properties, '' AS context
FROM segment_calls_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String} AND type = 'group' AND name = {company:String} AND time <= {at:DateTime64(6, 'UTC')}
ORDER BY time, message_id
