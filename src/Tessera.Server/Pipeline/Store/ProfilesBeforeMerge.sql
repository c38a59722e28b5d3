-- Profiles as they were before others were merged into them.
SELECT profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen, version, toUInt8(0) AS is_removed
FROM profiles_before_merge FINAL
WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
