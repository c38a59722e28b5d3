-- One event's calls, by day.
SELECT toDate(time) AS day, toInt64(count()) AS calls
FROM events
WHERE workspace = {workspace:String} AND time > {since:DateTime64(6, 'UTC')}
    AND type IN ('track', 'page', 'screen') AND multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) = {event:String}
GROUP BY day
ORDER BY day
