-- The orders that tracking calls told of, of some customers, under whichever of their identifiers.
        SELECT
            if(moved.profile_id = toUUID('00000000-0000-0000-0000-000000000000'), calls.profile_id, moved.profile_id) AS customer_id,
            calls.name,
            calls.order_id
        FROM
        (
            SELECT profile_id, toString(name) AS name, multiIf(JSONHas(properties, 'order_id'), JSONExtractString(properties, 'order_id'), JSONExtractString(properties, 'orderId')) AS order_id
            FROM events
            WHERE workspace = {workspace:String}
                AND (profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID} OR profile_id IN
                (
/*linked*/
                ))
                AND type = 'track' AND name IN ('Order Completed', 'Order Refunded', 'Order Cancelled') AND NOT startsWith(message_id, 'import:')
        ) AS calls
        LEFT ANY JOIN
        (
            SELECT node_id, profile_id FROM moved_identities WHERE workspace = {workspace:String}
        ) AS moved ON moved.node_id = calls.profile_id
