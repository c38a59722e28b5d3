-- When the calls of some identifiers happened that came through the log.
SELECT profile_id AS node_id, min(time) AS first, max(time) AS last, toInt64(0) AS order_lines
FROM events
WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)} AND import_id = toUUID('00000000-0000-0000-0000-000000000000')
GROUP BY profile_id
