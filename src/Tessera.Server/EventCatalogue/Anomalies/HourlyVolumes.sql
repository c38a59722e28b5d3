-- How often each event happened in each hour; hours without any have no row.
SELECT
    multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) AS event,
    toStartOfHour(time) AS hour,
    toInt64(count()) AS calls
FROM events
WHERE workspace = {workspace:String} AND time >= {since:DateTime64(6, 'UTC')} AND time < {until:DateTime64(6, 'UTC')} AND type IN ('track', 'page', 'screen')
GROUP BY event, hour
