-- Which consents some customers gave and withdrew when.
SELECT profile_id, purpose, time, given
FROM consents_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
ORDER BY time
