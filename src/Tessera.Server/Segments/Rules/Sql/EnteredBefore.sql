-- When some customers entered a segment last, as it was kept at an instant; who was not in it then is left out.
SELECT profile_id, max(time) AS since
FROM segment_changes_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String} AND segment = {segment:String} AND profile_id IN {profiles:Array(UUID)} AND time <= {at:DateTime64(6, 'UTC')}
GROUP BY profile_id
HAVING argMax(entered, (time, entered))
