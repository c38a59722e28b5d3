-- A customer's calls up to an instant, as far as they are read: of those that set traits and companies, and of the others, the latest ones.
SELECT type, time, message_id, name, properties, context
FROM
(
    SELECT type, time, message_id, name, properties, if({with_context:Bool}, context, '') AS context
    FROM segment_calls_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String}
        AND profile_id = {profile_id:UUID}
        AND time <= {at:DateTime64(6, 'UTC')}
        AND (time >= {from:DateTime64(6, 'UTC')} OR type IN ('identify', 'group') OR {with_context:Bool})
        AND ({with_context:Bool} OR (type = 'track' AND ({all_events:Bool} OR name IN {events:Array(String)})) OR type IN {types:Array(String)})
    ORDER BY time DESC, message_id DESC
    LIMIT {limit:UInt32} BY type IN ('identify', 'group')
)
ORDER BY time, message_id
