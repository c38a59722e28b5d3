-- The tracking calls about orders of some identifiers.
SELECT profile_id, user_id, anonymous_id, time, received_at, message_id, toString(name) AS name, properties
FROM events
WHERE workspace = {workspace:String}
    AND profile_id IN {identifiers:Array(UUID)}
    AND type = 'track' AND name IN ('Order Completed', 'Order Refunded', 'Order Cancelled') AND NOT startsWith(message_id, 'import:')
ORDER BY time, message_id
