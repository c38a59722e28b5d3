-- How many customers are in each of two segments, and in both.
SELECT toInt64(countIf(in_a)) AS a, toInt64(countIf(in_b)) AS b, toInt64(countIf(in_a AND in_b)) AS both
FROM
(
    SELECT profile_id, max(segment = {a:String}) = 1 AS in_a, max(segment = {b:String}) = 1 AS in_b
    FROM segment_members_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String} AND segment IN ({a:String}, {b:String})
    GROUP BY profile_id
)
