-- Which part of two segments has which value of a trait; of many members some are looked at, always the same.
WITH members AS
(
    SELECT profile_id, max(segment = {a:String}) = 1 AS in_a, max(segment = {b:String}) = 1 AS in_b
    FROM segment_members_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String} AND segment IN ({a:String}, {b:String}) AND ({everybody:Bool} OR profile_id < {before:UUID})
    GROUP BY profile_id
)
SELECT path, value, share_a, share_b
FROM
(
    SELECT
        path,
        if(startsWith(raw, '"'), JSONExtractString(raw), raw) AS value,
        countIf(in_a) / greatest(ifNull((SELECT countIf(in_a) FROM members), 0), 1) AS share_a,
        countIf(in_b) / greatest(ifNull((SELECT countIf(in_b) FROM members), 0), 1) AS share_b
    FROM
    (
        SELECT profile_id, trait.1 AS path, argMax(trait.2, (time, message_id)) AS raw
        FROM segment_calls_of(of_workspace = {workspace:String})
        ARRAY JOIN JSONExtractKeysAndValuesRaw(properties) AS trait
        WHERE workspace = {workspace:String} AND type = 'identify' AND profile_id IN (SELECT profile_id FROM members)
        GROUP BY profile_id, path
        HAVING length(raw) <= 100 AND raw != 'null' AND NOT match(raw, '^[[{]')
    ) AS traits
    INNER JOIN members USING (profile_id)
    GROUP BY path, value
)
-- What tells people apart says nothing of segments.
WHERE greatest(share_a, share_b) >= 0.02 AND path NOT IN ('name', 'first_name', 'last_name', 'firstName', 'lastName', 'email', 'phone')
ORDER BY abs(share_a - share_b) DESC, path, value
LIMIT 30
