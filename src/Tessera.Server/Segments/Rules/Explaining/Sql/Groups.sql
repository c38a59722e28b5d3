-- The calls up to an instant that said something of a company, the latest ones.
SELECT type, time, message_id, name, properties, context
FROM
(
    SELECT type, time, message_id, name, properties, '' AS context
    FROM segment_calls_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String} AND type = 'group' AND name = {company:String} AND time <= {at:DateTime64(6, 'UTC')}
    ORDER BY time DESC, message_id DESC
    LIMIT {limit:UInt32}
)
ORDER BY time, message_id
