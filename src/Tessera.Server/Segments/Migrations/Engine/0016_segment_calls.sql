-- Calls as the segment language sees them: a group call has the group's id for its name.
CREATE VIEW IF NOT EXISTS segment_calls AS
SELECT workspace, profile_id, time, message_id, type, if(type = 'group', group_id, name) AS name, properties, context
FROM events
