-- How many customers belong to some companies: the latest group call of each decides.
WITH moved AS (SELECT node_id, profile_id FROM moved_identities WHERE workspace = {workspace:String})
SELECT company_id, toInt64(count()) AS members
FROM
(
    SELECT
        if(moved.node_id = toUUID('00000000-0000-0000-0000-000000000000'), group_calls.profile_id, moved.profile_id) AS customer,
        argMax(group_calls.company_id, (group_calls.time, group_calls.message_id)) AS company_id
    FROM group_calls
    LEFT ANY JOIN moved ON moved.node_id = group_calls.profile_id
    WHERE group_calls.workspace = {workspace:String} AND group_calls.profile_id != toUUID('00000000-0000-0000-0000-000000000000')
    GROUP BY customer
)
WHERE company_id IN {companies:Array(UUID)}
GROUP BY company_id
