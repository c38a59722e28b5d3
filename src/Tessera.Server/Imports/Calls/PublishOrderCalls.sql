-- Stores the calls that the orders of a range of customers amount to and that are not there yet. Running it again changes nothing.
INSERT INTO events (workspace, profile_id, time, message_id, type, name, user_id, properties, context, received_at, import_id)
SELECT {workspace:String}, profile_id, time, message_id, type, name, user_id, properties, '{}', {now:DateTime64(6, 'UTC')}, {import:UUID}
FROM
(
/*calls*/
) AS new
WHERE {nothing_there:Bool} OR (profile_id, message_id) NOT IN
(
    SELECT profile_id, message_id
    FROM events
    WHERE workspace = {workspace:String} AND profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID} AND startsWith(message_id, 'import:')
)
