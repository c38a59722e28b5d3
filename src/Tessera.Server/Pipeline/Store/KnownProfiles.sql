-- What is known of some profiles.
SELECT profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen, version
FROM profiles FINAL
WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
