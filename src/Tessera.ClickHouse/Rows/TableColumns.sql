SELECT name, type, default_kind
FROM system.columns
WHERE database = {database:String} AND table = {table:String}
ORDER BY position
