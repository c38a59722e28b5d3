-- Who belongs to segments by their calls and is not kept as a member of them, or the other way round: all in one reading.
SELECT segment, profile_id, max(is_found) = 1 AS is_member
FROM
(
    SELECT segment, profile_id, toUInt8(1) AS is_found, toUInt8(0) AS is_kept, toUInt8(0) AS is_later
    FROM segment_evaluations
    WHERE evaluation = {evaluation:UUID} AND segment IN {segments:Array(String)}
    UNION ALL
    SELECT
        segment, profile_id, toUInt8(0) AS is_found, toUInt8(argMax(entered, (time, entered))) AS is_kept,
        -- Of whom something was recorded since, the evaluation does not know it.
        toUInt8(max(time) > {at:DateTime64(6, 'UTC')}) AS is_later
    FROM segment_changes_of(of_workspace = {workspace:String})
    WHERE segment IN {segments:Array(String)}
    GROUP BY segment, profile_id
)
GROUP BY segment, profile_id
HAVING max(is_found) != max(is_kept) AND max(is_later) = 0
LIMIT {limit:UInt32} BY segment
