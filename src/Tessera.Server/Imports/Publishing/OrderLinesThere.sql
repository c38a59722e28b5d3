-- The lines of one range of orders that are there, in the time that an import covers.
    SELECT order_id, line_key, occurrence, kind AS known_kind, profile_id AS known_profile_id
    FROM order_lines
    WHERE workspace = {workspace:String}
        AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
        AND cityHash64(order_id) BETWEEN {from:UInt64} AND {to:UInt64}
