-- Every event by name, as the segment language names them: how often, from when to when, and which sources sent it.
SELECT
    multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) AS event,
    toInt64(count()) AS calls,
    toInt64(countIf(time > {day_ago:DateTime64(6, 'UTC')} AND time <= {now:DateTime64(6, 'UTC')})) AS calls_of_last_day,
    min(time) AS first_seen,
    max(time) AS last_seen,
    groupUniqArray(100)(source) AS sources
FROM events
WHERE workspace = {workspace:String} AND type IN ('track', 'page', 'screen')
GROUP BY event
ORDER BY calls DESC, event
