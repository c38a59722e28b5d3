SELECT profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen
FROM profiles FINAL
WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
-- Ids are part of the order, so no other version of a row is missed by looking at them first.
SETTINGS max_threads = 1, optimize_move_to_prewhere_if_final = 1
