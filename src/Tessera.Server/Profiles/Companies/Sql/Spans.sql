-- The companies that a customer belonged to, the latest first: each from the first of a run of group calls that name it to the first after it that names another,
-- or none.
SELECT turn.3 AS company_id, turn.4 AS key, turn.1 AS since, until
FROM
(
    SELECT
        arraySort(groupUniqArray((time, message_id, company_id, company_key))) AS calls,
        arrayFilter((call, before) -> call.3 != before, calls, arrayPushFront(arrayPopBack(arrayMap(call -> call.3, calls)), toUUID('00000000-0000-0000-0000-000000000000'))) AS turns,
        arrayPushBack(arrayPopFront(arrayMap(turn -> toNullable(turn.1), turns)), NULL) AS ends
    FROM group_calls
    WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}
)
ARRAY JOIN turns AS turn, ends AS until
WHERE turn.4 != ''
ORDER BY since DESC
