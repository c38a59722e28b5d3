-- Calls and order lines with the profile that they belong to today. Those of identifiers that belong to themselves are read as they lie; the others are
-- few, and joined.
CREATE OR REPLACE VIEW resolved_events AS
SELECT workspace, profile_id, time, message_id, type, name, group_id, properties, context, received_at
FROM events
WHERE (workspace, profile_id) NOT IN (SELECT workspace, node_id FROM moved_identities)
UNION ALL
SELECT
    events.workspace AS workspace,
    moved.profile_id AS profile_id,
    events.time AS time,
    events.message_id AS message_id,
    events.type AS type,
    events.name AS name,
    events.group_id AS group_id,
    events.properties AS properties,
    events.context AS context,
    events.received_at AS received_at
FROM events
INNER JOIN moved_identities AS moved ON moved.workspace = events.workspace AND moved.node_id = events.profile_id
WHERE events.profile_id IN (SELECT node_id FROM moved_identities);

CREATE OR REPLACE VIEW resolved_order_lines AS
SELECT workspace, profile_id, time, order_id, line_key, occurrence, kind, line_type, sku, category, quantity, amount, country
FROM order_lines
WHERE (workspace, profile_id) NOT IN (SELECT workspace, node_id FROM moved_identities)
UNION ALL
SELECT
    order_lines.workspace AS workspace,
    moved.profile_id AS profile_id,
    order_lines.time AS time,
    order_lines.order_id AS order_id,
    order_lines.line_key AS line_key,
    order_lines.occurrence AS occurrence,
    order_lines.kind AS kind,
    order_lines.line_type AS line_type,
    order_lines.sku AS sku,
    order_lines.category AS category,
    order_lines.quantity AS quantity,
    order_lines.amount AS amount,
    order_lines.country AS country
FROM order_lines
INNER JOIN moved_identities AS moved ON moved.workspace = order_lines.workspace AND moved.node_id = order_lines.profile_id
WHERE order_lines.profile_id IN (SELECT node_id FROM moved_identities);

-- Calls as the segment language sees them: a group call has the group's id for its name. Calls of nobody in particular are left out.
CREATE OR REPLACE VIEW segment_calls AS
SELECT workspace, profile_id, time, message_id, type, if(type = 'group', group_id, name) AS name, properties, context
FROM resolved_events
WHERE profile_id != toUUID('00000000-0000-0000-0000-000000000000')
