-- The most frequent events by name, or one of them, as the segment language names them: how often, on each of the last days too, from when to when, and which
-- sources sent it.
SELECT
    multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) AS event,
    toInt64(count()) AS calls,
    toInt64(countIf(time > {day_ago:DateTime64(6, 'UTC')} AND time <= {now:DateTime64(6, 'UTC')})) AS calls_of_last_day,
    arrayMap(calls -> toInt64(calls), countResample(0, {days:UInt8}, 1)(toInt32(toDate(time)) - toInt32({first_day:Date}))) AS calls_by_day,
    min(time) AS first_seen,
    max(time) AS last_seen,
    groupUniqArray(100)(source) AS sources
FROM events
WHERE workspace = {workspace:String} AND type IN ('track', 'page', 'screen') AND ({only:String} = '' OR event = {only:String})
GROUP BY event
ORDER BY calls DESC, event
LIMIT {most:UInt32}
