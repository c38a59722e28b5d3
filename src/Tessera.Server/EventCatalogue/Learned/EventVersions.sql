-- Which source sent one event from which version of an app, the most frequent first.
SELECT source, JSONExtractString(context, 'app', 'version') AS app_version, toInt64(count()) AS calls, max(time) AS last_seen
FROM events
WHERE workspace = {workspace:String} AND time > {since:DateTime64(6, 'UTC')}
    AND type IN ('track', 'page', 'screen') AND multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) = {event:String}
GROUP BY source, app_version
ORDER BY calls DESC, source, app_version
LIMIT 50
