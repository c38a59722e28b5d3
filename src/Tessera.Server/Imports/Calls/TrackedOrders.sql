-- The orders of a range of customers that tracking calls told of.
        SELECT profile_id, toString(name), multiIf(JSONHas(properties, 'order_id'), JSONExtractString(properties, 'order_id'), JSONExtractString(properties, 'orderId'))
        FROM events
        WHERE workspace = {workspace:String} AND profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID}
            AND type = 'track' AND name IN ('Order Completed', 'Order Refunded', 'Order Cancelled') AND NOT startsWith(message_id, 'import:')
