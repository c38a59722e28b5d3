-- Records what an evaluation has found of a segment, all at one instant.
INSERT INTO segment_changes (workspace, segment, profile_id, time, entered, recorded_at, cause)
SELECT {workspace:String}, segment, profile_id, time, entered, {recorded_at:DateTime64(6, 'UTC')}, cause
FROM segment_found_changes
WHERE evaluation = {evaluation:UUID} AND segment = {segment:String}
