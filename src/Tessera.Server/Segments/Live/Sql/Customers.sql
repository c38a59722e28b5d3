-- Customers in the order of their ids, after one of them.
SELECT profile_id
FROM profiles FINAL
WHERE workspace = {workspace:String} AND profile_id > {after:UUID} AND is_removed = 0
ORDER BY profile_id
LIMIT {limit:UInt32}
