-- The latest value of each trait of the customers whose ids come first: an object each.
SELECT concat('{', arrayStringConcat(groupArray(concat(toJSONString(path), ':', value)), ','), '}')
FROM
(
    SELECT profile_id, trait.1 AS path, argMax(trait.2, (time, message_id)) AS value
    FROM events
    ARRAY JOIN JSONExtractKeysAndValuesRaw(properties) AS trait
    WHERE workspace = {workspace:String}
        AND profile_id != toUUID('00000000-0000-0000-0000-000000000000')
        AND ({everybody:Bool} OR profile_id < {before:UUID})
        AND type = 'identify'
    GROUP BY profile_id, path
)
GROUP BY profile_id
LIMIT {limit:UInt32}
SETTINGS max_rows_to_read = 1000000, read_overflow_mode = 'break'
