-- Consent as Segment's consent managers send it with calls: context.consent.categoryPreferences, an object of purposes that are true or false. Filled as events are
-- stored; a call that is stored twice says the same twice.
CREATE MATERIALIZED VIEW IF NOT EXISTS consents_from_events TO consents AS
SELECT workspace, preference.1 AS purpose, profile_id, time, preference.2 = 'true' AS given
FROM
(
    SELECT workspace, profile_id, time, arrayJoin(JSONExtractKeysAndValuesRaw(context, 'consent', 'categoryPreferences')) AS preference
    FROM events
    WHERE position(context, '"categoryPreferences"') > 0
)
WHERE preference.2 IN ('true', 'false');

INSERT INTO consents (workspace, purpose, profile_id, time, given)
SELECT workspace, preference.1, profile_id, time, preference.2 = 'true'
FROM
(
    SELECT workspace, profile_id, time, arrayJoin(JSONExtractKeysAndValuesRaw(context, 'consent', 'categoryPreferences')) AS preference
    FROM events
    WHERE position(context, '"categoryPreferences"') > 0
)
WHERE preference.2 IN ('true', 'false')
