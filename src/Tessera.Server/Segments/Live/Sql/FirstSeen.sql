-- When some customers were first seen; none of those who are not there.
SELECT profile_id, first_seen
FROM profiles FINAL
WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
