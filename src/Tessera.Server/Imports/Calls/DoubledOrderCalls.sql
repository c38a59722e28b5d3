-- Calls that were made of orders of some customers and that tracking calls tell of too.
SELECT message_id
FROM events
WHERE workspace = {workspace:String} AND profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID}
    AND match(message_id, '^import:(completed|refunded|cancelled):')
    AND (profile_id, toString(name), JSONExtractString(properties, 'order_id')) IN
    (
/*tracked*/
    )
