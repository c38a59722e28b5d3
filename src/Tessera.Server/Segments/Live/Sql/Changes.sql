-- Who entered and left which segment, in the order in which it was recorded, after a place in it.
SELECT segment, profile_id, time, entered, cause, message_id, recorded_at
FROM segment_changes
WHERE workspace = {workspace:String}
    AND ({segment:String} = '' OR segment = {segment:String})
    AND recorded_at >= {recorded_at:DateTime64(6, 'UTC')}
    AND (recorded_at > {recorded_at:DateTime64(6, 'UTC')} OR (toString(segment), profile_id) > ({after_segment:String}, {after_profile:UUID}))
ORDER BY recorded_at, toString(segment), profile_id
LIMIT {limit:UInt32} WITH TIES
