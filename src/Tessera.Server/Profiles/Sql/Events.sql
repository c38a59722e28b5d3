-- What a customer did, newest first, after an event if one is given.
SELECT message_id, type, name, time, properties, context
FROM events
WHERE workspace = {workspace:String}
    AND profile_id IN {nodes:Array(UUID)}
    AND ({first:Bool} OR (time, message_id) < ({after_time:DateTime64(6, 'UTC')}, {after_message:String}))
ORDER BY time DESC, message_id DESC
LIMIT {limit:UInt32}
