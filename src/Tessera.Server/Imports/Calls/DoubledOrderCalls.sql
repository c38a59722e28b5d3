-- Calls that were made of orders of some customers and that tracking calls tell of too.
SELECT calls.message_id
FROM
(
    SELECT message_id, profile_id, toString(name) AS name, JSONExtractString(properties, 'order_id') AS order_id
    FROM events
    WHERE workspace = {workspace:String}
        AND (profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID} OR profile_id IN
        (
/*linked*/
        ))
        AND match(message_id, '^import:(completed|refunded|cancelled):')
) AS calls
LEFT ANY JOIN
(
    SELECT node_id, profile_id FROM moved_identities WHERE workspace = {workspace:String}
) AS moved ON moved.node_id = calls.profile_id
WHERE (if(moved.profile_id = toUUID('00000000-0000-0000-0000-000000000000'), calls.profile_id, moved.profile_id), calls.name, calls.order_id) IN
(
/*tracked*/
)
