-- Which segments some customers entered or left last, and when.
SELECT segment, profile_id, max(time) AS latest, argMax(entered, segment_changes.time) AS is_member
FROM segment_changes
WHERE workspace = {workspace:String} AND segment IN {segments:Array(String)} AND profile_id IN {profiles:Array(UUID)}
GROUP BY segment, profile_id
