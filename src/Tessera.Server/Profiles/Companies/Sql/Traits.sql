-- What group calls say last of each trait of a company, by when they happened.
SELECT name, last.3 AS value, last.1 AS time, last.2 AS message_id, last.4 AS source
FROM
(
    SELECT pair.1 AS name, argMax((group_calls.time, group_calls.message_id, pair.2, toString(group_calls.source)), (group_calls.time, group_calls.message_id)) AS last
    FROM group_calls
    ARRAY JOIN JSONExtractKeysAndValuesRaw(traits) AS pair
    WHERE workspace = {workspace:String} AND company_id = {company:UUID} AND pair.1 != ''
    GROUP BY name
)
ORDER BY name
