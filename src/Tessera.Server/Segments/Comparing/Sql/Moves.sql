-- How often somebody entered and left a segment in a period: by what customers did and by time passing, because the segment was computed for the first time or anew by another
-- definition, and because customers were put together of several or taken apart.
SELECT
    toInt64(countIf(was_entered AND reason = '')) AS entered,
    toInt64(countIf(NOT was_entered AND reason = '')) AS left,
    toInt64(countIf(was_entered AND reason = 'definition')) AS recalculated_in,
    toInt64(countIf(NOT was_entered AND reason = 'definition')) AS recalculated_out,
    toInt64(countIf(was_entered AND reason = 'merge')) AS merged_in,
    toInt64(countIf(NOT was_entered AND reason = 'merge')) AS merged_out
FROM
(
    SELECT entered AS was_entered, if(cause IN ('definition', 'merge'), toString(cause), '') AS reason
    FROM segment_changes_of(of_workspace = {workspace:String})
    WHERE segment = {segment:String} AND time >= {from:DateTime64(6, 'UTC')} AND time < {to:DateTime64(6, 'UTC')}
)
