-- Every value that a customer's calls ever said of a trait, the last first. What is said again changes nothing and is left out.
SELECT value, said_at AS time, message_id, source
FROM
(
    SELECT
        pair.2 AS value,
        events.time AS said_at,
        events.message_id AS message_id,
        toString(events.source) AS source,
        lagInFrame(value, 1, '') OVER (ORDER BY events.time, events.message_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
    FROM events
    ARRAY JOIN JSONExtractKeysAndValuesRaw(properties) AS pair
    WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)} AND type = 'identify' AND pair.1 = {trait:String}
)
WHERE value != before
ORDER BY said_at DESC, message_id DESC
LIMIT {limit:UInt32}
