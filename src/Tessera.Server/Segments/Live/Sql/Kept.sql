-- Which segments some customers entered or left last, and when: with what was recorded of the identifiers that are theirs today, and under the own id alone (is_noted). Of an
-- identifier whose customer is somebody else today, only the latter is there to be ended.
SELECT
    segment,
    profile_id,
    max(last_change) AS latest,
    max(if(is_moved, noted, kept)) AS is_member,
    max(noted) AS is_noted
FROM
(
    SELECT segment, profile_id, max(time) AS last_change, argMax(entered, (segment_changes_of.time, entered)) AS kept, false AS noted, false AS is_moved
    FROM segment_changes_of(of_workspace = {workspace:String})
    WHERE segment IN {segments:Array(String)} AND profile_id IN {profiles:Array(UUID)}
    GROUP BY segment, profile_id
    UNION ALL
    SELECT
        segment, profile_id, max(time) AS last_change, false AS kept, argMax(entered, (segment_changes.time, entered)) AS noted,
        profile_id IN (SELECT node_id FROM moved_identities WHERE workspace = {workspace:String} AND node_id IN {profiles:Array(UUID)}) AS is_moved
    FROM segment_changes
    WHERE workspace = {workspace:String} AND segment IN {segments:Array(String)} AND profile_id IN {profiles:Array(UUID)}
    GROUP BY segment, profile_id
)
GROUP BY segment, profile_id
