-- Which part of two segments did what in the last 90 days; of many members some are looked at, always the same.
WITH members AS
(
    SELECT profile_id, max(segment = {a:String}) = 1 AS in_a, max(segment = {b:String}) = 1 AS in_b
    FROM segment_members_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String} AND segment IN ({a:String}, {b:String}) AND ({everybody:Bool} OR profile_id < {before:UUID})
    GROUP BY profile_id
)
SELECT
    name,
    countIf(in_a) / greatest(ifNull((SELECT countIf(in_a) FROM members), 0), 1) AS share_a,
    countIf(in_b) / greatest(ifNull((SELECT countIf(in_b) FROM members), 0), 1) AS share_b
FROM
(
    SELECT profile_id, multiIf(type = 'page', 'Page Viewed', type = 'screen', 'Screen Viewed', name) AS name
    FROM segment_calls_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String} AND type IN ('track', 'page', 'screen') AND time > {since:DateTime64(6, 'UTC')}
        AND profile_id IN (SELECT profile_id FROM members)
    GROUP BY profile_id, name
) AS done
INNER JOIN members USING (profile_id)
GROUP BY name
ORDER BY abs(share_a - share_b) DESC, name
LIMIT 30
