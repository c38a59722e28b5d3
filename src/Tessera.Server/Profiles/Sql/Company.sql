-- The company that a customer's latest group call names: by the newest name given for it, else by its id.
SELECT if(name = '', group_id, name) AS company
FROM
(
    SELECT
        group_id,
        argMaxIf(JSONExtractString(properties, 'name'), (time, message_id), JSONExtractString(properties, 'name') != '') AS name,
        max((time, message_id)) AS latest
    FROM events
    WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)} AND type = 'group' AND group_id != ''
    GROUP BY group_id
)
ORDER BY latest DESC
LIMIT 1
