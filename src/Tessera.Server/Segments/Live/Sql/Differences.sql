-- Who belongs to a segment by their calls and is not kept as a member of it, or the other way round; both in the order in which they are stored.
SELECT
    if(found.is_member, found.profile_id, kept.profile_id) AS profile_id,
    found.is_member AS is_member
FROM
(
    SELECT profile_id, true AS is_member
    FROM segment_evaluations
    WHERE evaluation = {evaluation:UUID} AND segment = {segment:String}
) AS found
FULL OUTER JOIN
(
    SELECT profile_id, true AS was_member
    FROM segment_changes_of(of_workspace = {workspace:String})
    WHERE segment = {segment:String}
    GROUP BY profile_id
    HAVING argMax(entered, (time, entered))
) AS kept ON found.profile_id = kept.profile_id
WHERE found.is_member != kept.was_member
    -- Of whom something was recorded since, the evaluation does not know it.
    AND if(found.is_member, found.profile_id, kept.profile_id) NOT IN
    (
        SELECT profile_id
        FROM segment_changes_of(of_workspace = {workspace:String})
        WHERE segment = {segment:String} AND time > {at:DateTime64(6, 'UTC')}
    )
LIMIT {limit:UInt32}
SETTINGS join_algorithm = 'full_sorting_merge'
