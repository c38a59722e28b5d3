-- What group calls say of companies, of those calls that it is missing of: as group_calls_from_events makes it.
INSERT INTO group_calls (workspace, company_key, profile_id, time, message_id, source, traits)
SELECT workspace, group_id, profile_id, time, message_id, source, properties
FROM events
WHERE workspace = {workspace:String} AND type = 'group' AND /*calls*/
    AND (message_hash, time) NOT IN
    (
        SELECT cityHash64(message_id), time
        FROM group_calls
        WHERE workspace = {workspace:String} AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
    )
