-- The segments that a customer is in, and when they entered them last.
SELECT segment, max(time) AS since
FROM segment_changes_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String} AND segment IN {segments:Array(String)} AND profile_id = {profile_id:UUID}
GROUP BY segment
HAVING argMax(entered, (time, entered))
