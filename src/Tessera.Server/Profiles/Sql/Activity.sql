-- What some customers' calls come to: when and from where each of their identifiers was first seen, sessions, days, devices, the latest context, the first
-- call that says from where they came, and the company that their latest group call names. Whatever order calls came in, it is the same. The nth owner is the
-- customer that the nth node is an identifier of.
WITH arraySort(arrayFlatten(groupArray(times))) AS moments
SELECT
    {owners:Array(UUID)}[indexOf({nodes:Array(UUID)}, node)] AS owner,
    groupArray((node, first)) AS seen,
    toInt64(if(empty(moments), 0, 1 + arrayCount(gap -> gap >= {silence:Int64}, arrayPopFront(arrayDifference(moments))))) AS sessions,
    toInt64(length(arrayDistinct(arrayFlatten(groupArray(days))))) AS days_active,
    toInt64(length(arrayDistinct(arrayFlatten(groupArray(used))))) AS devices,
    tupleElement(max(latest), 3) AS context,
    tupleElement(min(earliest), 3) AS touch,
    tupleElement(max(group_call), 3) AS company
FROM
(
    WITH
        type IN ('track', 'page', 'screen') AS is_activity,
        JSONExtractString(context, 'device', 'id') AS named,
        if(named = '', anonymous_id, named) AS device,
        JSONHas(context, 'campaign') OR JSONHas(context, 'page') OR JSONHas(context, 'referrer') AS says_from_where
    SELECT
        profile_id AS node,
        min((time, message_id, toString(source))) AS first,
        groupArrayIf(toUnixTimestamp64Micro(time), is_activity) AS times,
        groupUniqArrayIf(toDate(time, {time_zone:String}), is_activity) AS days,
        groupUniqArrayIf(device, device != '') AS used,
        argMaxIf((time, message_id, context), (time, message_id), context NOT IN ('', '{}')) AS latest,
        argMinIf((time, message_id, context), (time, message_id), says_from_where) AS touched,
        if(countIf(says_from_where) = 0, (toDateTime64('2299-12-31', 6, 'UTC'), '', ''), touched) AS earliest,
        argMaxIf((time, message_id, group_id), (time, message_id), type = 'group') AS group_call
    FROM events
    WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}
    GROUP BY profile_id
)
GROUP BY owner
SETTINGS max_threads = 1
