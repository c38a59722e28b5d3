-- Each trait that the calls of some identifiers ever said: its value in the call that happened last, whenever it arrived. That a file knows somebody
-- since a day is said by a call, but is the profile's first seen.
SELECT node_id, name, latest.3 AS value, latest.1 AS time, latest.2 AS message_id
FROM
(
    SELECT profile_id AS node_id, trait.1 AS name, argMax((events.time, events.message_id, trait.2), (events.time, events.message_id)) AS latest
    FROM events
    ARRAY JOIN JSONExtractKeysAndValuesRaw(properties) AS trait
    WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)} AND type = 'identify' AND trait.1 != ''
        AND NOT (trait.1 = 'created_at' AND startsWith(message_id, 'import:traits:'))
    GROUP BY node_id, name
)
