-- Finds who entered or left a segment since it was evaluated last: those found against those kept, both in the order in which they are stored.
-- Whoever reads on change by change knows customers by the ids that they had: an identifier whose customer is somebody else today leaves, and a customer enters who was not in
-- the segment under the own id before. To the customer's membership, neither is a change.
INSERT INTO segment_found_changes (evaluation, segment, profile_id, time, entered, cause)
SELECT
    {evaluation:UUID},
    {segment:String},
    customer_id,
    {at:DateTime64(6, 'UTC')} + toIntervalMicrosecond(change.2),
    change.1,
    if(is_moved OR is_member = was_member, 'merge', {cause:String})
FROM
(
    SELECT
        if(found.is_member, found.profile_id, kept.profile_id) AS customer_id,
        found.is_member AS is_member,
        kept.was_member AS was_member,
        customer_id IN (SELECT node_id FROM moved_identities WHERE workspace = {workspace:String}) AS is_moved,
        -- Under the own id, entering and leaving take turns.
        multiIf(
            is_moved, if(kept.was_noted, [(false, 0)], []),
            is_member, if(kept.was_noted, [], [(true, 0)]),
            kept.was_noted, [(false, 0)],
            was_member, [(true, 0), (false, 1)],
            []) AS changes
    FROM
    (
        SELECT profile_id, true AS is_member
        FROM segment_evaluations
        WHERE evaluation = {evaluation:UUID} AND segment = {segment:String}
    ) AS found
    FULL OUTER JOIN
    (
        SELECT profile_id, max(is_kept) AS was_member, max(is_noted) AS was_noted
        FROM
        (
            SELECT
                profile_id,
                true AS is_kept,
                profile_id NOT IN (SELECT arrayJoin([node_id, profile_id]) FROM moved_identities WHERE workspace = {workspace:String}) AS is_noted
            FROM segment_changes_of(of_workspace = {workspace:String})
            WHERE segment = {segment:String}
            GROUP BY profile_id
            HAVING argMax(entered, (time, entered))
            UNION ALL
            SELECT profile_id, false AS is_kept, true AS is_noted
            FROM segment_changes
            WHERE workspace = {workspace:String} AND segment = {segment:String}
                AND profile_id IN (SELECT arrayJoin([node_id, profile_id]) FROM moved_identities WHERE workspace = {workspace:String})
            GROUP BY profile_id
            HAVING argMax(entered, (time, entered))
        )
        GROUP BY profile_id
    ) AS kept ON found.profile_id = kept.profile_id
    -- Of whom something was recorded since, the evaluation does not know it.
    WHERE customer_id NOT IN
    (
        SELECT profile_id
        FROM segment_changes
        WHERE workspace = {workspace:String} AND segment = {segment:String} AND time > {at:DateTime64(6, 'UTC')}
        UNION ALL
        SELECT profile_id
        FROM segment_changes_of(of_workspace = {workspace:String})
        WHERE segment = {segment:String} AND time > {at:DateTime64(6, 'UTC')}
    )
)
ARRAY JOIN changes AS change
SETTINGS join_algorithm = 'full_sorting_merge'
