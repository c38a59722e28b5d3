-- The newest name that was given for a company; empty when none was.
SELECT argMaxIf(JSONExtractString(traits, 'name'), (time, message_id), JSONExtractString(traits, 'name') != '') AS name
FROM group_calls
WHERE workspace = {workspace:String} AND company_id = {company:UUID}
SETTINGS max_threads = 1
