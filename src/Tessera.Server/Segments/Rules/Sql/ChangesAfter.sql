-- Who entered and left a segment after a place, up to the instant of its last whole evaluation.
SELECT profile_id, time, entered
FROM segment_changes
WHERE workspace = {workspace:String} AND segment = {segment:String}
    AND (time, profile_id, entered) > ({after:DateTime64(6, 'UTC')}, {after_profile:UUID}, {after_entered:Bool})
    AND time <= {through:DateTime64(6, 'UTC')}
ORDER BY time, profile_id, entered
LIMIT {limit:UInt32}
