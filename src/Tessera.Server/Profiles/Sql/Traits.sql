-- What a customer's calls say last of each trait: the value, the call, its source, and how often the value was another before.
SELECT
    name,
    last.3 AS value,
    last.1 AS time,
    last.2 AS message_id,
    last.4 AS source,
    toInt64(length(arrayCompact(arrayMap(one -> one.3, arraySort(every))))) - 1 AS changes
FROM
(
    SELECT name, argMax(said, (said.1, said.2)) AS last, groupArray(said) AS every
    FROM
    (
        SELECT pair.1 AS name, (events.time, events.message_id, pair.2, toString(events.source)) AS said
        FROM events
        ARRAY JOIN JSONExtractKeysAndValuesRaw(properties) AS pair
        WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)} AND type = 'identify' AND pair.1 != ''
    )
    GROUP BY name
)
ORDER BY name
