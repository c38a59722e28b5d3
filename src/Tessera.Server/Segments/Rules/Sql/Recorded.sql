-- Who was recorded at an instant as having entered or left a segment.
SELECT profile_id
FROM segment_changes
WHERE workspace = {workspace:String} AND segment = {segment:String} AND recorded_at = {recorded_at:DateTime64(6, 'UTC')}
LIMIT {limit:UInt32}
