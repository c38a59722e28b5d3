-- Why things were kept aside, the most frequent reason first.
SELECT source, reason, field, toInt64(count()) AS count, max(received_at) AS last_received_at
FROM rejected_events
WHERE workspace = {workspace:String}
GROUP BY source, reason, field
ORDER BY count DESC, source, reason, field
LIMIT 1000
