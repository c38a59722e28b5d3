-- Members of a segment in the order of their profiles, after one of them, each with the instant they entered last.
SELECT profile_id, max(time) AS since
FROM segment_changes_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String} AND segment = {segment:String} AND profile_id > {after:UUID}
GROUP BY profile_id
HAVING argMax(entered, (time, entered))
ORDER BY profile_id
LIMIT {limit:UInt32}
SETTINGS optimize_aggregation_in_order = 1
