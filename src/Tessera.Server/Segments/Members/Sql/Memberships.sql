-- The segments that a customer is in, and when they entered them last: what was recorded of all their identifiers, in order of time, but that one left because it became this
-- customer's. The same as segment_changes_of says, of one customer, without looking at whose the other identifiers are.
SELECT segment, max(time) AS since
FROM
(
    SELECT
        segment, time, entered,
        lagInFrame(entered, 1, false) OVER (PARTITION BY segment ORDER BY time, entered ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS was_member
    FROM segment_changes
    WHERE workspace = {workspace:String} AND segment IN {segments:Array(String)} AND profile_id IN {nodes:Array(UUID)}
        AND NOT (cause = 'merge' AND NOT entered AND profile_id != {profile_id:UUID})
)
WHERE entered != was_member
GROUP BY segment
HAVING argMax(entered, (time, entered))
SETTINGS max_threads = 1
