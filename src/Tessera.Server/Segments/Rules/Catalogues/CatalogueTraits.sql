-- The latest value of each trait of one in so many customers: an object each.
SELECT concat('{', arrayStringConcat(groupArray(concat(toJSONString(path), ':', value)), ','), '}')
FROM
(
    SELECT profile_id, trait.1 AS path, argMax(trait.2, (time, message_id)) AS value
    FROM segment_calls_of(of_workspace = {workspace:String})
    ARRAY JOIN JSONExtractKeysAndValuesRaw(properties) AS trait
    WHERE cityHash64(profile_id) % {one_in:UInt64} = 0 AND workspace = {workspace:String} AND type = 'identify'
    GROUP BY profile_id, path
)
GROUP BY profile_id
LIMIT {limit:UInt32}
