-- Events by name, as the segment language names them.
SELECT multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) AS event, toInt64(count()) AS occurrences, max(time) AS last_seen
FROM segment_calls_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String} AND type IN ('track', 'page', 'screen')
GROUP BY event
