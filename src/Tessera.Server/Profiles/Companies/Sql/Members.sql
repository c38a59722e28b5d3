-- Who belongs to a company, and who did: from the first of a run of group calls that name it to the first after it that names another. Those who belong
-- come first, the latest of each first.
WITH
    moved AS (SELECT node_id, profile_id FROM moved_identities WHERE workspace = {workspace:String}),
    said AS
    (
        SELECT
            if(moved.node_id = toUUID('00000000-0000-0000-0000-000000000000'), group_calls.profile_id, moved.profile_id) AS customer,
            group_calls.company_id AS company_id,
            group_calls.time AS time,
            group_calls.message_id AS message_id
        FROM group_calls
        LEFT ANY JOIN moved ON moved.node_id = group_calls.profile_id
        WHERE group_calls.workspace = {workspace:String} AND group_calls.profile_id != toUUID('00000000-0000-0000-0000-000000000000')
    )
SELECT customer AS profile_id, span.1 AS since, span.2 AS until
FROM
(
    SELECT
        customer,
        arraySort(groupUniqArray((time, message_id, company_id))) AS calls,
        arrayFilter((call, before) -> call.3 != before, calls, arrayPushFront(arrayPopBack(arrayMap(call -> call.3, calls)), toUUID('00000000-0000-0000-0000-000000000000'))) AS turns,
        arrayJoin(arrayFilter(
            turn -> turn.3 = {company:UUID},
            arrayMap(
                (turn, after) -> (turn.1, after, turn.3),
                turns,
                arrayPushBack(arrayPopFront(arrayMap(turn -> toNullable(turn.1), turns)), NULL)))) AS span
    FROM said
    WHERE customer IN (SELECT customer FROM said WHERE company_id = {company:UUID})
    GROUP BY customer
)
WHERE {first:Bool}
    OR (isNull(until) < {after_is_now:Bool})
    OR (isNull(until) = {after_is_now:Bool} AND (since, customer) < ({after_since:DateTime64(6, 'UTC')}, {after_profile:UUID}))
ORDER BY isNull(until) DESC, since DESC, customer DESC
LIMIT {limit:UInt32}
