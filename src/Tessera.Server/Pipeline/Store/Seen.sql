-- When the calls and order lines of some identifiers happened.
SELECT node_id, min(first) AS first, max(last) AS last, toInt64(sum(lines)) AS order_lines
FROM
(
    SELECT profile_id AS node_id, min(time) AS first, max(time) AS last, 0 AS lines
    FROM events
    WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}
    GROUP BY profile_id
    UNION ALL
    SELECT profile_id AS node_id, min(time) AS first, max(time) AS last, count() AS lines
    FROM order_lines
    WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}
    GROUP BY profile_id
)
GROUP BY node_id
