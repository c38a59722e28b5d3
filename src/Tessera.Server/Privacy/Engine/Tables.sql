-- The tables that keep something of profiles.
SELECT
    name,
    has(names, 'workspace') AS has_workspace,
    has(names, 'profile_id') AS has_profile,
    has(names, 'node_id') AS has_node,
    has(names, 'received_at') AND has(names, 'import_id') AS has_received
FROM
(
    SELECT table AS name, groupArray(columns.name) AS names
    FROM system.columns AS columns
    WHERE database = currentDatabase() AND table IN (SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree')
    GROUP BY table
)
WHERE has_profile OR has_node
ORDER BY name
