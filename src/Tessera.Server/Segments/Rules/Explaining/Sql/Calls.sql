-- A customer's calls up to an instant, as far as they are read.
SELECT type, time, message_id, name, properties, if({with_context:Bool}, context, '') AS context
FROM segment_calls_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String}
    AND profile_id = {profile_id:UUID}
    AND time <= {at:DateTime64(6, 'UTC')}
    AND ({with_context:Bool} OR (type = 'track' AND ({all_events:Bool} OR name IN {events:Array(String)})) OR type IN {types:Array(String)})
ORDER BY time, message_id
