-- The calls of some identifiers, as far as the segments read them.
SELECT profile_id AS node_id, type, time, message_id, if(type = 'group', group_id, name) AS name, properties, if({with_context:Bool}, context, '') AS context
FROM events
WHERE workspace = {workspace:String}
    AND profile_id IN {nodes:Array(UUID)}
    AND ({with_context:Bool} OR (type = 'track' AND ({all_events:Bool} OR name IN {events:Array(String)})) OR type IN {types:Array(String)})
