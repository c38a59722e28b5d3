-- The identifiers that an import brought calls of.
SELECT DISTINCT profile_id
FROM events
WHERE workspace = {workspace:String} AND import_id = {import:UUID}
