-- The segments that some customers are in, and when they entered them last: what was recorded of all their identifiers, in order of time, but that one left because it became this
-- customer's. The same as segment_changes_of says, without looking at whose other identifiers are. The nth owner is the customer that the nth node is an identifier of.
SELECT owner, segment, max(time) AS since
FROM
(
    SELECT
        {owners:Array(UUID)}[indexOf({nodes:Array(UUID)}, profile_id)] AS owner, segment, time, entered,
        lagInFrame(entered, 1, false) OVER (PARTITION BY owner, segment ORDER BY time, entered ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS was_member
    FROM segment_changes
    WHERE workspace = {workspace:String} AND segment IN {segments:Array(String)} AND profile_id IN {nodes:Array(UUID)}
        AND NOT (cause = 'merge' AND NOT entered AND profile_id != owner)
)
WHERE entered != was_member
GROUP BY owner, segment
HAVING argMax(entered, (time, entered))
SETTINGS max_threads = 1
