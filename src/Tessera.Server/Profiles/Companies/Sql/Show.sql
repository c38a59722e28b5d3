-- What is known of one company, from its group calls.
SELECT
    any(company_key) AS key,
    min(time) AS first_seen,
    max(time) AS last_seen,
    toInt64(count()) AS calls
FROM group_calls
WHERE workspace = {workspace:String} AND company_id = {company:UUID} AND company_key != ''
HAVING calls > 0
