-- A group call with an empty groupId says that its customer has left the company they were in: it is kept with the others, under the empty key, so that
-- who belongs to which company when is read from one table.
DROP VIEW IF EXISTS group_calls_from_events SYNC;

CREATE MATERIALIZED VIEW group_calls_from_events TO group_calls AS
SELECT workspace, group_id AS company_key, profile_id, time, message_id, source, properties AS traits
FROM events
WHERE type = 'group';

INSERT INTO group_calls (workspace, company_key, profile_id, time, message_id, source, traits)
SELECT workspace, group_id, profile_id, time, message_id, source, properties
FROM events
WHERE type = 'group' AND group_id = ''
    AND cityHash64(toString(workspace), message_id, time) NOT IN (SELECT cityHash64(toString(workspace), message_id, time) FROM group_calls WHERE company_key = '')
