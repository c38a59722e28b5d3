-- Calls made of orders, or of the countries of customers, that an import has lines of, and that these do not amount to any more.
SELECT message_id
FROM
(
    SELECT profile_id, time, message_id, properties
    FROM events
    WHERE workspace = {workspace:String} AND profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID}
        AND match(message_id, '^import:(completed|refunded|cancelled|country):')
        AND profile_id IN
        (
            SELECT profile_id FROM order_lines
            WHERE workspace = {workspace:String} AND profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID} AND import_id = {import:UUID}
        )
        AND (type = 'identify' OR JSONExtractString(properties, 'order_id') IN
        (
            SELECT order_id FROM order_lines
            WHERE workspace = {workspace:String} AND profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID} AND import_id = {import:UUID}
        ))
)
WHERE (profile_id, time, message_id, properties) NOT IN
(
    SELECT profile_id, time, message_id, properties
    FROM
    (
/*calls*/
    )
)
