-- What was computed about some customers: names and JSON values.
SELECT profile_id, name, value
FROM computed_values
WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
