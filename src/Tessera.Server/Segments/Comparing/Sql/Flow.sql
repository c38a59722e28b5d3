-- Who entered and left a segment in a period, and in which other segments written in the language they were just before, or are after.
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
        argMaxIf(others.entered, others.time, others.time < moves.time) AS was_before,
        argMaxIf(others.entered, others.time, others.time <= moves.time) AS is_after
    FROM
    (
        SELECT profile_id, time, entered
        FROM segment_changes
        WHERE workspace = {workspace:String} AND segment = {segment:String} AND time >= {from:DateTime64(6, 'UTC')} AND time < {to:DateTime64(6, 'UTC')}
    ) AS moves
    INNER JOIN
    (
        SELECT profile_id, segment, time, entered
        FROM segment_changes
        WHERE workspace = {workspace:String} AND segment != {segment:String} AND time < {to:DateTime64(6, 'UTC')}
    ) AS others ON others.profile_id = moves.profile_id
    GROUP BY moves.profile_id, moves.time, moves.entered, others.segment
)
GROUP BY other
HAVING came_from > 0 OR went_to > 0
