-- Events by name, as the segment language names them.
SELECT multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', toString(name)) AS event, toInt64(sum(calls)) AS occurrences, max(latest) AS last_seen
FROM
(
    SELECT type, name, count() AS calls, max(time) AS latest
    FROM events
    WHERE workspace = {workspace:String} AND type IN ('track', 'page', 'screen')
    GROUP BY type, name
)
GROUP BY event
