-- The days on which anybody entered or left some segments.
SELECT segment, day, toInt64(countIf(was_entered)) AS entered, toInt64(countIf(NOT was_entered)) AS left
FROM
(
    SELECT segment, toDate(time, {time_zone:String}) AS day, entered AS was_entered
    FROM segment_changes_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String} AND segment IN {segments:Array(String)}
)
GROUP BY segment, day
ORDER BY segment, day
