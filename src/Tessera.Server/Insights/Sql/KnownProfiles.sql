-- How many are known by an identifier, whether they have bought or not.
SELECT uniqExact(profile_id) AS profiles
FROM profiles
WHERE workspace = {workspace:String}
