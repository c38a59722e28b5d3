-- Who entered and left a segment in a period, and in which other segments they were just before, or are after: those written in the language by who entered and left when, those of
-- the RFM model by the last month's end before, and the next one after, or the scores of now.
WITH moves AS
(
    SELECT profile_id, time, entered
    FROM segment_changes_of(of_workspace = {workspace:String})
    WHERE segment = {segment:String} AND time >= {from:DateTime64(6, 'UTC')} AND time < {to:DateTime64(6, 'UTC')} AND cause NOT IN ('definition', 'merge')
)
SELECT
    toString(other) AS key,
    toInt64(countIf(entered AND was_before)) AS came_from,
    toInt64(countIf(NOT entered AND is_after)) AS went_to
FROM
(
    SELECT
        moves.profile_id,
        moves.time,
        moves.entered AS entered,
        others.segment AS other,
        argMaxIf(others.entered, (others.time, others.entered), others.time < moves.time) AS was_before,
        argMaxIf(others.entered, (others.time, others.entered), others.time <= moves.time) AS is_after
    FROM moves
    INNER JOIN
    (
        SELECT profile_id, segment, time, entered
        FROM segment_changes_of(of_workspace = {workspace:String})
        WHERE segment != {segment:String} AND time < {to:DateTime64(6, 'UTC')} AND profile_id IN (SELECT profile_id FROM moves)
    ) AS others ON others.profile_id = moves.profile_id
    GROUP BY moves.profile_id, moves.time, moves.entered, others.segment
    UNION ALL
    SELECT dated.profile_id, dated.time, dated.entered AS entered, scored.segment AS other, true AS was_before, true AS is_after
    FROM
    (
        SELECT
            profile_id,
            time,
            entered,
            if(entered,
                arrayElementOrNull({month_versions:Array(UInt64)}, arrayLastIndex(end -> end <= time, {month_ends:Array(DateTime64(6, 'UTC'))})),
                ifNull(arrayElementOrNull({month_versions:Array(UInt64)}, arrayFirstIndex(end -> end > time, {month_ends:Array(DateTime64(6, 'UTC'))})), 0)) AS as_of
        FROM moves
    ) AS dated
    INNER JOIN
    (
        SELECT profile_id, segment, version AS known_as_of
        FROM rfm_snapshots
        WHERE workspace = {workspace:String} AND version IN {month_versions:Array(UInt64)} AND profile_id IN (SELECT profile_id FROM moves)
        UNION ALL
        SELECT profile_id, segment, toUInt64(0) AS known_as_of
        FROM rfm_customers
        WHERE workspace = {workspace:String} AND version = {scores_version:UInt64} AND profile_id IN (SELECT profile_id FROM moves)
    ) AS scored ON scored.profile_id = dated.profile_id AND scored.known_as_of = dated.as_of
)
GROUP BY other
HAVING came_from > 0 OR went_to > 0
