-- What is kept of some profiles, also of removed ones.
SELECT profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen, version, is_removed
FROM profiles
WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
ORDER BY version DESC
LIMIT 1 BY profile_id
