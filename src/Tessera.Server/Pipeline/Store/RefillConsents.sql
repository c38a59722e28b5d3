-- Consents that calls bring, those that are missing: as consents_from_events makes them.
INSERT INTO consents (workspace, purpose, profile_id, time, given)
SELECT workspace, preference.1 AS purpose, profile_id, time, preference.2 = 'true' AS given
FROM
(
    SELECT workspace, profile_id, time, arrayJoin(JSONExtractKeysAndValuesRaw(context, 'consent', 'categoryPreferences')) AS preference
    FROM events
    WHERE workspace = {workspace:String} AND position(context, '"categoryPreferences"') > 0 AND /*calls*/
)
WHERE preference.2 IN ('true', 'false')
    AND (purpose, profile_id, time, given) NOT IN
    (
        SELECT toString(purpose), profile_id, time, given
        FROM consents
        WHERE workspace = {workspace:String} AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
    )
