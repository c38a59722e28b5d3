-- What was kept aside, newest first, after a position if one is given.
SELECT received_at, log_partition, log_position, source, reason, field, body
FROM rejected_events
WHERE workspace = {workspace:String}
    AND ({first:Bool} OR (received_at, log_partition, log_position) < ({after_time:DateTime64(6, 'UTC')}, {after_partition:UInt16}, {after_position:UInt64}))
ORDER BY received_at DESC, log_partition DESC, log_position DESC
LIMIT {limit:UInt32}
