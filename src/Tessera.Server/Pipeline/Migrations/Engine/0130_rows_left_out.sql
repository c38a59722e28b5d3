-- What an engine that was killed just after it had stored calls and profiles never made of them.
INSERT INTO group_calls (workspace, company_key, profile_id, time, message_id, source, traits)
SELECT workspace, group_id, profile_id, time, message_id, source, properties
FROM events
WHERE type = 'group' AND group_id != ''
    AND cityHash64(toString(workspace), message_id, time) NOT IN (SELECT cityHash64(toString(workspace), message_id, time) FROM group_calls);

INSERT INTO consents (workspace, purpose, profile_id, time, given)
SELECT workspace, preference.1, profile_id, time, preference.2 = 'true'
FROM
(
    SELECT workspace, profile_id, time, arrayJoin(JSONExtractKeysAndValuesRaw(context, 'consent', 'categoryPreferences')) AS preference
    FROM events
    WHERE position(context, '"categoryPreferences"') > 0
)
WHERE preference.2 IN ('true', 'false')
    AND cityHash64(toString(workspace), preference.1, profile_id, time, preference.2 = 'true') NOT IN
    (
        SELECT cityHash64(toString(workspace), toString(purpose), profile_id, time, toUInt8(given)) FROM consents
    );

INSERT INTO profile_terms (workspace, term, profile_id)
SELECT workspace, term, profile_id
FROM
(
    SELECT
        workspace,
        arrayJoin(arrayDistinct(arrayFilter(word -> word != '', arrayConcat(
            [lowerUTF8(identifier), lowerUTF8(email), lowerUTF8(name)], arraySlice(splitByWhitespace(lowerUTF8(name)), 2, 5))))) AS term,
        profile_id
    FROM profiles
)
WHERE cityHash64(toString(workspace), term, profile_id) NOT IN (SELECT cityHash64(toString(workspace), term, profile_id) FROM profile_terms)
