-- What some profiles are called.
SELECT profile_id, kind, identifier, name, country
FROM profiles FINAL
WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
