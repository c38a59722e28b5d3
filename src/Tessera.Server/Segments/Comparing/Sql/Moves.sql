-- How often somebody entered and left a segment in a period.
SELECT toInt64(countIf(was_entered)) AS entered, toInt64(countIf(NOT was_entered)) AS left
FROM
(
    SELECT entered AS was_entered
    FROM segment_changes
    WHERE workspace = {workspace:String} AND segment = {segment:String} AND time >= {from:DateTime64(6, 'UTC')} AND time < {to:DateTime64(6, 'UTC')}
)
