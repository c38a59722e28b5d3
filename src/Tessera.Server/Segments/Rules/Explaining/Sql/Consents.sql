-- Which consents a customer gave and withdrew when, up to an instant.
SELECT purpose, time, given
FROM consents_of(of_workspace = {workspace:String})
WHERE workspace = {workspace:String} AND profile_id = {profile_id:UUID} AND time <= {at:DateTime64(6, 'UTC')}
ORDER BY time
