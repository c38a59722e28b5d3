-- What everybody did up to an instant who was in a company then, as far as it is read; the latest ones.
SELECT type, time, message_id, name, properties, context
FROM
(
    SELECT type, time, message_id, name, properties, '' AS context
    FROM segment_calls_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String}
        AND time >= {from:DateTime64(6, 'UTC')}
        AND time <= {at:DateTime64(6, 'UTC')}
        AND ((type = 'track' AND ({all_events:Bool} OR name IN {events:Array(String)})) OR type IN {types:Array(String)})
        AND profile_id IN
        (
            SELECT profile_id
            FROM segment_calls_of(of_workspace = {workspace:String})
            WHERE workspace = {workspace:String} AND type = 'group' AND time <= {at:DateTime64(6, 'UTC')}
            GROUP BY profile_id
            HAVING argMax(name, (time, message_id)) = {company:String}
        )
    ORDER BY time DESC, message_id DESC
    LIMIT {limit:UInt32}
)
ORDER BY time, message_id
