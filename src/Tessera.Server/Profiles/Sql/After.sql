-- Profiles in the order of their ids, after one of them.
SELECT profile_id
FROM profiles FINAL
WHERE workspace = {workspace:String} AND profile_id > {after:UUID}
ORDER BY profile_id
LIMIT {limit:UInt32}
SETTINGS max_threads = 1, optimize_move_to_prewhere_if_final = 1
