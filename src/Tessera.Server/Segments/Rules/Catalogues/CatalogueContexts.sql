-- The latest context of the customers whose ids come first.
SELECT argMax(context, (time, message_id))
FROM events
WHERE workspace = {workspace:String}
    AND profile_id != toUUID('00000000-0000-0000-0000-000000000000')
    AND ({everybody:Bool} OR profile_id < {before:UUID})
    AND context NOT IN ('', '{}')
GROUP BY profile_id
LIMIT {limit:UInt32}
SETTINGS max_rows_to_read = 300000, read_overflow_mode = 'break'
