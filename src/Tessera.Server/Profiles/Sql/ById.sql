SELECT profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen
FROM profiles FINAL
WHERE workspace = {workspace:String} AND profile_id = {profile_id:UUID}
SETTINGS max_threads = 1
