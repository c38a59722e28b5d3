-- When a customer was first seen; no row when there is no such customer.
SELECT min(first_seen) AS first_seen
FROM profiles FINAL
WHERE workspace = {workspace:String} AND profile_id = {profile_id:UUID}
HAVING count() > 0
