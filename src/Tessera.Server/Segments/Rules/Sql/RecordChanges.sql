-- Records who entered or left a segment since it was evaluated last: those found against those kept, both in the order in which they are stored.
INSERT INTO segment_changes (workspace, segment, profile_id, time, entered, recorded_at, cause)
SELECT
    {workspace:String},
    {segment:String},
    if(found.is_member, found.profile_id, kept.profile_id),
    {at:DateTime64(6, 'UTC')},
    found.is_member,
    {recorded_at:DateTime64(6, 'UTC')},
    {cause:String}
FROM
(
    SELECT profile_id, true AS is_member
    FROM segment_evaluations
    WHERE evaluation = {evaluation:UUID} AND segment = {segment:String}
) AS found
FULL OUTER JOIN
(
    SELECT profile_id, true AS was_member
    FROM segment_changes
    WHERE workspace = {workspace:String} AND segment = {segment:String}
    GROUP BY profile_id
    HAVING argMax(entered, time)
) AS kept ON found.profile_id = kept.profile_id
WHERE found.is_member != kept.was_member
    -- Of whom something was recorded since, the evaluation does not know it.
    AND if(found.is_member, found.profile_id, kept.profile_id) NOT IN
    (
        SELECT profile_id
        FROM segment_changes
        WHERE workspace = {workspace:String} AND segment = {segment:String} AND time > {at:DateTime64(6, 'UTC')}
    )
SETTINGS join_algorithm = 'full_sorting_merge'
