-- Publishes one range of calls: those that are not there yet, each message once. Running it again changes nothing.
INSERT INTO events (workspace, profile_id, time, message_id, type, name, user_id, anonymous_id, group_id, previous_id, properties, context, received_at, import_id)
SELECT {workspace:String}, profile_id, time, message_id, type, name, user_id, anonymous_id, group_id, previous_id, properties, context, received_at, {import:UUID}
FROM
(
    SELECT *
    FROM staged_events
    WHERE import_id = {import:UUID} AND message_hash BETWEEN {from:UInt64} AND {to:UInt64}
    ORDER BY message_hash, source_line
    LIMIT 1 BY message_hash, message_id
) AS new
LEFT ANTI JOIN
(
    SELECT message_id
    FROM events
    WHERE workspace = {workspace:String}
        AND message_hash IN
        (
            SELECT message_hash
            FROM staged_events
            WHERE import_id = {import:UUID} AND message_hash BETWEEN {from:UInt64} AND {to:UInt64}
        )
) AS known USING (message_id)
