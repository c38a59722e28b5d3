-- Fifty segments as they are defined, each above the query that a good engineer would write for it alone: how many customers belong at an instant.

-- did "Export File" at least 3 times in the last 14 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 14 DAY
    GROUP BY profile_id
    HAVING count() >= 3
)

-- did "Login" at least 5 times in the last 30 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Login' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
    GROUP BY profile_id
    HAVING count() >= 5
)

-- did "Feature Used" at least 10 times in the last 90 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Feature Used' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY
    GROUP BY profile_id
    HAVING count() >= 10
)

-- did "Project Opened" at least 2 times in the last 7 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Project Opened' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 7 DAY
    GROUP BY profile_id
    HAVING count() >= 2
)

-- did "Comment Added" at least 1 times in the last 60 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Comment Added' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 60 DAY
    GROUP BY profile_id
    HAVING count() >= 1
)

-- did "Order Completed" at least 2 times in the last 180 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 180 DAY
    GROUP BY profile_id
    HAVING count() >= 2
)

-- did not do "Login" in the last 14 days
SELECT count() FROM profiles FINAL WHERE workspace = {workspace:String} AND first_seen <= {at:DateTime64(6, 'UTC')} AND profile_id NOT IN
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Login' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 14 DAY
)

-- did not do "Export File" in the last 90 days
SELECT count() FROM profiles FINAL WHERE workspace = {workspace:String} AND first_seen <= {at:DateTime64(6, 'UTC')} AND profile_id NOT IN
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY
)

-- did not do "Order Completed" in the last 365 days
SELECT count() FROM profiles FINAL WHERE workspace = {workspace:String} AND first_seen <= {at:DateTime64(6, 'UTC')} AND profile_id NOT IN
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 365 DAY
)

-- did not do "Page Viewed" in the last 30 days
SELECT count() FROM profiles FINAL WHERE workspace = {workspace:String} AND first_seen <= {at:DateTime64(6, 'UTC')} AND profile_id NOT IN
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'page' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
)

-- did "Login" on at least 8 days in the last 30 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Login' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
    GROUP BY profile_id
    HAVING uniqExact(toDate(time)) >= 8
)

-- did "Export File" on at least 3 days in the last 30 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
    GROUP BY profile_id
    HAVING uniqExact(toDate(time)) >= 3
)

-- did "Feature Used" on at least 5 days in the last 60 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Feature Used' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 60 DAY
    GROUP BY profile_id
    HAVING uniqExact(toDate(time)) >= 5
)

-- did "Export File" where format is "svg" at least 2 times in the last 90 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY AND JSONExtractString(properties, 'format') = 'svg'
    GROUP BY profile_id
    HAVING count() >= 2
)

-- did "Export File" where format is "pdf" at least 1 times in the last 30 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY AND JSONExtractString(properties, 'format') = 'pdf'
    GROUP BY profile_id
    HAVING count() >= 1
)

-- did "Feature Used" where feature is "layers" at least 3 times in the last 180 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Feature Used' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 180 DAY AND JSONExtractString(properties, 'feature') = 'layers'
    GROUP BY profile_id
    HAVING count() >= 3
)

-- did "Support Ticket" where topic is "billing" at least 1 times in the last 365 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Support Ticket' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 365 DAY AND JSONExtractString(properties, 'topic') = 'billing'
    GROUP BY profile_id
    HAVING count() >= 1
)

-- did "Export File" where pages >= 5 and format is "pdf" in the last 180 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 180 DAY AND JSONExtractFloat(properties, 'pages') >= 5 AND JSONExtractString(properties, 'format') = 'pdf'
    GROUP BY profile_id
)

-- sum of revenue of "Order Completed" in the last 90 days > 500
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY
    GROUP BY profile_id
    HAVING sum(JSONExtractFloat(properties, 'revenue')) > 500
)

-- sum of revenue of "Order Completed" in the last 365 days > 1000
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 365 DAY
    GROUP BY profile_id
    HAVING sum(JSONExtractFloat(properties, 'revenue')) > 1000
)

-- sum of revenue of "Order Completed" in the last 30 days > 200
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
    GROUP BY profile_id
    HAVING sum(JSONExtractFloat(properties, 'revenue')) > 200
)

-- average of revenue of "Order Completed" > 60
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed'
    GROUP BY profile_id
    HAVING avg(JSONExtractFloat(properties, 'revenue')) > 60
)

-- maximum of pages of "Export File" in the last 180 days >= 9
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 180 DAY
    GROUP BY profile_id
    HAVING max(JSONExtractFloat(properties, 'pages')) >= 9
)

-- median of duration of "Feature Used" in the last 180 days >= 300
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Feature Used' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 180 DAY
    GROUP BY profile_id
    HAVING quantileExactInclusive(0.5)(JSONExtractFloat(properties, 'duration')) >= 300
)

-- count of distinct feature of "Feature Used" in the last 90 days >= 3
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Feature Used' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY
    GROUP BY profile_id
    HAVING uniqExact(JSONExtractString(properties, 'feature')) >= 3
)

-- count of distinct format of "Export File" >= 3
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File'
    GROUP BY profile_id
    HAVING uniqExact(JSONExtractString(properties, 'format')) >= 3
)

-- last did "Login" more than 30 days ago
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Login'
    GROUP BY profile_id
    HAVING max(time) < {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
)

-- last did "Export File" more than 60 days ago
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File'
    GROUP BY profile_id
    HAVING max(time) < {at:DateTime64(6, 'UTC')} - INTERVAL 60 DAY
)

-- last did "Order Completed" more than 120 days ago
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed'
    GROUP BY profile_id
    HAVING max(time) < {at:DateTime64(6, 'UTC')} - INTERVAL 120 DAY
)

-- last did "Feature Used" within the last 7 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Feature Used'
    GROUP BY profile_id
    HAVING max(time) > {at:DateTime64(6, 'UTC')} - INTERVAL 7 DAY
)

-- first did "Export File" within the last 30 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File'
    GROUP BY profile_id
    HAVING min(time) > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
)

-- first did any event within the last 90 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type IN ('track', 'page', 'screen')
    GROUP BY profile_id
    HAVING min(time) > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY
)

-- count of "Export File" in the last 30 days fell by at least 50%
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 60 DAY
    GROUP BY profile_id
    HAVING countIf(time > {at:DateTime64(6, 'UTC')} - INTERVAL 60 DAY AND NOT time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY) > 0 AND (countIf(time > {at:DateTime64(6, 'UTC')} - INTERVAL 60 DAY AND NOT time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY) - countIf(time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY)) * 100 >= 50 * countIf(time > {at:DateTime64(6, 'UTC')} - INTERVAL 60 DAY AND NOT time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY)
)

-- count of "Login" in the last 14 days fell by at least 50%
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Login' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 28 DAY
    GROUP BY profile_id
    HAVING countIf(time > {at:DateTime64(6, 'UTC')} - INTERVAL 28 DAY AND NOT time > {at:DateTime64(6, 'UTC')} - INTERVAL 14 DAY) > 0 AND (countIf(time > {at:DateTime64(6, 'UTC')} - INTERVAL 28 DAY AND NOT time > {at:DateTime64(6, 'UTC')} - INTERVAL 14 DAY) - countIf(time > {at:DateTime64(6, 'UTC')} - INTERVAL 14 DAY)) * 100 >= 50 * countIf(time > {at:DateTime64(6, 'UTC')} - INTERVAL 28 DAY AND NOT time > {at:DateTime64(6, 'UTC')} - INTERVAL 14 DAY)
)

-- sum of revenue of "Order Completed" in the last 90 days rose by at least 20%
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 180 DAY
    GROUP BY profile_id
    HAVING sumIf(JSONExtractFloat(properties, 'revenue'), NOT time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY) > 0 AND (sumIf(JSONExtractFloat(properties, 'revenue'), time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY) - sumIf(JSONExtractFloat(properties, 'revenue'), NOT time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY)) * 100 >= 20 * sumIf(JSONExtractFloat(properties, 'revenue'), NOT time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY)
)

-- count of "Export File" in the last 30 days >= 2 and did not do "Order Completed"
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
    GROUP BY profile_id
    HAVING count() >= 2
) WHERE profile_id NOT IN
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed'
    GROUP BY profile_id
)

-- plan is "free"
SELECT count() FROM
(
    SELECT profile_id FROM (SELECT profile_id, argMaxIf(JSONExtractRaw(properties, 'plan'), (time, message_id), JSONHas(properties, 'plan')) AS raw FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'identify' GROUP BY profile_id) WHERE raw = '"free"'
)

-- plan is "team"
SELECT count() FROM
(
    SELECT profile_id FROM (SELECT profile_id, argMaxIf(JSONExtractRaw(properties, 'plan'), (time, message_id), JSONHas(properties, 'plan')) AS raw FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'identify' GROUP BY profile_id) WHERE raw = '"team"'
)

-- country is "DE"
SELECT count() FROM
(
    SELECT profile_id FROM (SELECT profile_id, argMaxIf(JSONExtractRaw(properties, 'country'), (time, message_id), JSONHas(properties, 'country')) AS raw FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'identify' GROUP BY profile_id) WHERE raw = '"DE"'
)

-- country is one of ("DE", "AT", "CH") and seats >= 5
SELECT count() FROM
(
    SELECT profile_id FROM (SELECT profile_id, argMaxIf(JSONExtractRaw(properties, 'country'), (time, message_id), JSONHas(properties, 'country')) AS raw FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'identify' GROUP BY profile_id) WHERE raw IN ('"DE"', '"AT"', '"CH"')
) WHERE profile_id IN
(
    SELECT profile_id FROM (SELECT profile_id, argMaxIf(JSONExtractRaw(properties, 'seats'), (time, message_id), JSONHas(properties, 'seats')) AS raw FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'identify' GROUP BY profile_id) WHERE JSONExtractFloat(raw) >= 5 AND raw != ''
)

-- plan is "free" and did "Export File" at least 3 times in the last 30 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
    GROUP BY profile_id
    HAVING count() >= 3
) WHERE profile_id IN
(
    SELECT profile_id FROM (SELECT profile_id, argMaxIf(JSONExtractRaw(properties, 'plan'), (time, message_id), JSONHas(properties, 'plan')) AS raw FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'identify' GROUP BY profile_id) WHERE raw = '"free"'
)

-- plan is "pro" and last did any event more than 30 days ago
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type IN ('track', 'page', 'screen') GROUP BY profile_id HAVING max(time) < {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
) WHERE profile_id IN
(
    SELECT profile_id FROM (SELECT profile_id, argMaxIf(JSONExtractRaw(properties, 'plan'), (time, message_id), JSONHas(properties, 'plan')) AS raw FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'identify' GROUP BY profile_id) WHERE raw = '"pro"'
)

-- plan is "free" and did "Checkout Started" in the last 30 days and did not do "Order Completed" in the last 30 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Checkout Started' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
    GROUP BY profile_id
) WHERE profile_id IN
(
    SELECT profile_id FROM (SELECT profile_id, argMaxIf(JSONExtractRaw(properties, 'plan'), (time, message_id), JSONHas(properties, 'plan')) AS raw FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'identify' GROUP BY profile_id) WHERE raw = '"free"' AND profile_id NOT IN (SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Order Completed' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
    GROUP BY profile_id)
)

-- did "Checkout Started" then "Order Completed" within 7 days in the last 90 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY AND type = 'track' AND name IN ('Checkout Started', 'Order Completed')
    GROUP BY profile_id
    HAVING arrayExists(second -> arrayExists(first -> first < second AND second <= first + 604800000000, groupArrayIf(toUnixTimestamp64Micro(time), name = 'Checkout Started')), groupArrayIf(toUnixTimestamp64Micro(time), name = 'Order Completed'))
)

-- did "Project Opened" then "Export File" within 1 day in the last 60 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 60 DAY AND type = 'track' AND name IN ('Project Opened', 'Export File')
    GROUP BY profile_id
    HAVING arrayExists(second -> arrayExists(first -> first < second AND second <= first + 86400000000, groupArrayIf(toUnixTimestamp64Micro(time), name = 'Project Opened')), groupArrayIf(toUnixTimestamp64Micro(time), name = 'Export File'))
)

-- did "Login" between 2 and 5 times in the last 60 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Login' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 60 DAY
    GROUP BY profile_id
    HAVING count() BETWEEN 2 AND 5
)

-- did any event at least 5 times in the last 30 days
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type IN ('track', 'page', 'screen') AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 30 DAY
    GROUP BY profile_id
    HAVING count() >= 5
)

-- most frequent format of "Export File" in the last 180 days is "svg"
SELECT count() FROM
(
    SELECT profile_id FROM (SELECT profile_id, JSONExtractString(properties, 'format') AS format, count() AS times FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File' AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 180 DAY GROUP BY profile_id, format)
    GROUP BY profile_id
    HAVING argMin(format, (-toInt64(times), format)) = 'svg'
)

-- last of format of "Export File" is "pdf"
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND type = 'track' AND name = 'Export File'
    GROUP BY profile_id
    HAVING argMax(JSONExtractString(properties, 'format'), (time, message_id)) = 'pdf'
)

-- ratio of count of "Export File" in the last 90 days to count of "Project Opened" in the last 90 days >= 2
SELECT count() FROM
(
    SELECT profile_id FROM events WHERE workspace = {workspace:String} AND time <= {at:DateTime64(6, 'UTC')} AND time > {at:DateTime64(6, 'UTC')} - INTERVAL 90 DAY AND type = 'track' AND name IN ('Export File', 'Project Opened')
    GROUP BY profile_id
    HAVING countIf(name = 'Project Opened') > 0 AND countIf(name = 'Export File') >= 2 * countIf(name = 'Project Opened')
)
