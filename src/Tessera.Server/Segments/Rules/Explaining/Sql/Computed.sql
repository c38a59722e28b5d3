-- What was computed about a customer: names and JSON values.
SELECT name, value
FROM computed_values
WHERE workspace = {workspace:String} AND profile_id = {profile_id:UUID}
