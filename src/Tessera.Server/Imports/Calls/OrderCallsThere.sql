-- Whether a workspace has any call that was made of a file's orders.
SELECT toInt64(count())
FROM
(
    SELECT 1
    FROM events
    WHERE workspace = {workspace:String} AND import_id != toUUID('00000000-0000-0000-0000-000000000000') AND match(message_id, '^import:(completed|refunded|cancelled|country):')
    LIMIT 1
)
