-- Which segments a customer entered and left when, up to an instant.
SELECT segment, time, entered
FROM segment_changes_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String} AND profile_id = {profile_id:UUID} AND time <= {at:DateTime64(6, 'UTC')}
ORDER BY time
