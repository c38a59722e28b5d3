-- Calls, order lines and records with the profile that they belong to today, of one workspace. A view that is asked for a workspace
-- (FROM segment_calls_of(of_workspace = {workspace:String})) reads whose identifiers moved there, and nothing of any other. Those of identifiers that belong to themselves are read
-- as they lie; the others are few, and joined.

-- Calls as the segment language sees them: a group call has the group's id for its name, which is why they are read apart: a condition on the name of others is one on the
-- column itself. Calls of nobody in particular are left out.
CREATE OR REPLACE VIEW segment_calls_of AS
SELECT workspace, profile_id, time, message_id, type, name, properties, context
FROM events
WHERE workspace = {of_workspace:String}
    AND type != 'group'
    AND profile_id NOT IN (SELECT node_id FROM moved_identities WHERE workspace = {of_workspace:String})
    AND profile_id != toUUID('00000000-0000-0000-0000-000000000000')
UNION ALL
SELECT workspace, profile_id, time, message_id, type, toLowCardinality(group_id) AS name, properties, context
FROM events
WHERE workspace = {of_workspace:String}
    AND type = 'group'
    AND profile_id NOT IN (SELECT node_id FROM moved_identities WHERE workspace = {of_workspace:String})
    AND profile_id != toUUID('00000000-0000-0000-0000-000000000000')
UNION ALL
SELECT
    events.workspace AS workspace,
    moved.profile_id AS profile_id,
    events.time AS time,
    events.message_id AS message_id,
    events.type AS type,
    toLowCardinality(if(events.type = 'group', events.group_id, events.name)) AS name,
    events.properties AS properties,
    events.context AS context
FROM events
INNER JOIN (SELECT node_id, profile_id FROM moved_identities WHERE workspace = {of_workspace:String}) AS moved ON moved.node_id = events.profile_id
WHERE events.workspace = {of_workspace:String}
    AND events.profile_id IN (SELECT node_id FROM moved_identities WHERE workspace = {of_workspace:String});

CREATE OR REPLACE VIEW order_lines_of AS
SELECT workspace, profile_id, time, order_id, line_key, occurrence, kind, line_type, sku, category, quantity, amount, country
FROM order_lines
WHERE workspace = {of_workspace:String}
    AND profile_id NOT IN (SELECT node_id FROM moved_identities WHERE workspace = {of_workspace:String})
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
INNER JOIN (SELECT node_id, profile_id FROM moved_identities WHERE workspace = {of_workspace:String}) AS moved ON moved.node_id = order_lines.profile_id
WHERE order_lines.workspace = {of_workspace:String}
    AND order_lines.profile_id IN (SELECT node_id FROM moved_identities WHERE workspace = {of_workspace:String});

-- Who entered and left which segment when. What was recorded of several identifiers of one customer is theirs together, in order of time: what changes nothing is left out, and so is
-- that an identifier left because its customer is somebody else now.
CREATE OR REPLACE VIEW segment_changes_of AS
SELECT workspace, segment, profile_id, time, entered, cause
FROM segment_changes
WHERE workspace = {of_workspace:String}
    AND profile_id NOT IN (SELECT arrayJoin([node_id, profile_id]) FROM moved_identities WHERE workspace = {of_workspace:String})
UNION ALL
SELECT workspace, segment, customer_id AS profile_id, time, entered, cause
FROM
(
    SELECT
        workspace, segment, customer_id, time, entered, cause,
        lagInFrame(entered, 1, false) OVER (PARTITION BY workspace, segment, customer_id ORDER BY time, entered ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS was_member
    FROM
    (
        SELECT
            changes.workspace AS workspace,
            changes.segment AS segment,
            if(moved.profile_id = toUUID('00000000-0000-0000-0000-000000000000'), changes.profile_id, moved.profile_id) AS customer_id,
            changes.time AS time,
            changes.entered AS entered,
            changes.cause AS cause
        FROM segment_changes AS changes
        LEFT ANY JOIN (SELECT node_id, profile_id FROM moved_identities WHERE workspace = {of_workspace:String}) AS moved ON moved.node_id = changes.profile_id
        WHERE changes.workspace = {of_workspace:String}
            AND changes.profile_id IN (SELECT arrayJoin([node_id, profile_id]) FROM moved_identities WHERE workspace = {of_workspace:String})
            AND NOT (changes.cause = 'merge' AND NOT changes.entered AND moved.profile_id != toUUID('00000000-0000-0000-0000-000000000000'))
    )
)
WHERE entered != was_member;

-- Consent given and withdrawn, by purpose: what a customer said under any of their identifiers, in order of time.
CREATE OR REPLACE VIEW consents_of AS
SELECT workspace, purpose, profile_id, time, given
FROM consents
WHERE workspace = {of_workspace:String}
    AND profile_id NOT IN (SELECT node_id FROM moved_identities WHERE workspace = {of_workspace:String})
UNION ALL
SELECT consents.workspace AS workspace, consents.purpose AS purpose, moved.profile_id AS profile_id, consents.time AS time, consents.given AS given
FROM consents
INNER JOIN (SELECT node_id, profile_id FROM moved_identities WHERE workspace = {of_workspace:String}) AS moved ON moved.node_id = consents.profile_id
WHERE consents.workspace = {of_workspace:String}
    AND consents.profile_id IN (SELECT node_id FROM moved_identities WHERE workspace = {of_workspace:String});

-- Who is in which segment now, whatever made it: those written in the language by who entered and left last, those of the RFM model by the scores of now.
CREATE OR REPLACE VIEW segment_members_of AS
SELECT workspace, segment, profile_id
FROM segment_changes_of(of_workspace = {of_workspace:String})
GROUP BY workspace, segment, profile_id
HAVING argMax(entered, time)
UNION ALL
SELECT workspace, segment, profile_id
FROM rfm_customers
WHERE workspace = {of_workspace:String}
    AND version IN (SELECT max(version) FROM rfm_switches WHERE workspace = {of_workspace:String});

DROP VIEW IF EXISTS segment_members;

-- The same for whoever asks without saying of which workspace first: what is asked of the workspace reaches the identifiers through the join.
CREATE OR REPLACE VIEW resolved_events AS
SELECT
    events.workspace AS workspace, events.profile_id AS profile_id, events.time AS time, events.message_id AS message_id, events.type AS type, events.name AS name,
    events.group_id AS group_id, events.properties AS properties, events.context AS context, events.received_at AS received_at
FROM events
LEFT ANTI JOIN moved_identities AS moved ON moved.workspace = events.workspace AND moved.node_id = events.profile_id
UNION ALL
SELECT
    events.workspace AS workspace, moved.profile_id AS profile_id, events.time AS time, events.message_id AS message_id, events.type AS type, events.name AS name,
    events.group_id AS group_id, events.properties AS properties, events.context AS context, events.received_at AS received_at
FROM events
INNER JOIN moved_identities AS moved ON moved.workspace = events.workspace AND moved.node_id = events.profile_id;

DROP VIEW IF EXISTS resolved_order_lines;

CREATE OR REPLACE VIEW segment_calls AS
SELECT workspace, profile_id, time, message_id, type, if(type = 'group', toLowCardinality(group_id), name) AS name, properties, context
FROM resolved_events
WHERE profile_id != toUUID('00000000-0000-0000-0000-000000000000')
