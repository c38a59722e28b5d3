-- Which identifiers stored calls named together, and the first call that did.
SELECT
    type = 'alias' AS is_alias,
    user_id,
    anonymous_id,
    previous_id,
    if(type = 'identify', JSONExtractString(properties, 'email'), '') AS email,
    if(type = 'identify', if(JSONType(properties, 'phone') IN ('Int64', 'UInt64', 'Double'), JSONExtractRaw(properties, 'phone'), JSONExtractString(properties, 'phone')), '') AS phone,
    JSONExtractString(context, 'traits', 'email') AS context_email,
    if(JSONType(context, 'traits', 'phone') IN ('Int64', 'UInt64', 'Double'), JSONExtractRaw(context, 'traits', 'phone'), JSONExtractString(context, 'traits', 'phone')) AS context_phone,
    if(named_by != '', named_by, JSONExtractRaw(context, 'externalIds')) AS external_ids,
    min((events.time, events.message_id, events.source)) AS first
FROM events
WHERE workspace = {workspace:String}
    AND ({import:UUID} = toUUID('00000000-0000-0000-0000-000000000000') OR import_id = {import:UUID})
    AND (user_id != '') + (anonymous_id != '') + (previous_id != '') + (email != '') + (phone != '') + (context_email != '') + (context_phone != '') + (external_ids != '') > 1
GROUP BY is_alias, user_id, anonymous_id, previous_id, email, phone, context_email, context_phone, external_ids
