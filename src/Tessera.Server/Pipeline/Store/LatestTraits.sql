-- Each trait that some customers were ever identified with: its value in the call that happened last, whenever it arrived.
SELECT profile_id, trait.1 AS name, argMax(trait.2, (time, received_at, message_id)) AS value
FROM events
ARRAY JOIN JSONExtractKeysAndValuesRaw(properties) AS trait
WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)} AND type = 'identify' AND trait.1 != ''
GROUP BY profile_id, name
