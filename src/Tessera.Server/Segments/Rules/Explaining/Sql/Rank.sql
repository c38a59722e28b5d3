-- Where a customer's score stands among the same score of all who have a number for it.
WITH scores AS
(
    SELECT profile_id, toFloat64(trim(BOTH '"' FROM value)) AS score
    FROM computed_values
    WHERE workspace = {workspace:String} AND name = {name:String} AND match(value, '^"?-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?"?$')
),
(SELECT any(score) FROM scores WHERE profile_id = {profile_id:UUID}) AS own
SELECT toInt64(countIf(score > own)) AS greater, toInt64(countIf(score < own)) AS smaller, toInt64(count()) AS all_scores
FROM scores
