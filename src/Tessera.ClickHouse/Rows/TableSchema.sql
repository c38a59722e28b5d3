SELECT
    name,
    type,
    default_kind,
    (SELECT engine_full FROM system.tables WHERE database = {database:String} AND name = {table:String}) AS engine
FROM system.columns
WHERE database = {database:String} AND table = {table:String}
ORDER BY position
