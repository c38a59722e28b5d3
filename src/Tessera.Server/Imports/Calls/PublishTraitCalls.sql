-- Stores what an import says of one range of customers as identify calls: a row of a file of customers is one call, and what a customer's orders say of
-- name and address is one. Each is stored once, whatever file says it. Running it again changes nothing.
INSERT INTO events (workspace, profile_id, time, message_id, type, name, user_id, properties, context, received_at, import_id, named_by)
WITH told AS
(
    SELECT profile_id, said_at AS time, if(kind = 'user_id', known_as, '') AS user_id,
        if(kind IN ('', 'user_id'), '', concat('[{"type":', toJSONString(kind), ',"id":', toJSONString(known_as), '}]')) AS named_by,
        concat('{', arrayStringConcat(arrayMap(trait -> concat(toJSONString(trait.1), ':', trait.2), arraySort(traits)), ','), '}') AS properties
    FROM
    (
        SELECT profile_id, any(identifier_kind) AS kind, any(identifier) AS known_as, max(time) AS said_at, groupArray((trait, value)) AS traits
        FROM staged_traits
        WHERE import_id = {import:UUID} AND profile_hash BETWEEN {from:UInt64} AND {to:UInt64} AND trait != '' AND {of_customers:Bool}
        GROUP BY profile_id, source_line
        UNION ALL
        SELECT profile_id, any(identifier_kind), any(identifier), min(time), [('created_at', toJSONString(formatDateTime(min(time), '%Y-%m-%dT%H:%i:%S.%fZ')))]
        FROM staged_traits
        WHERE import_id = {import:UUID} AND profile_hash BETWEEN {from:UInt64} AND {to:UInt64} AND trait = '' AND time != {read_at:DateTime64(6, 'UTC')} AND {of_customers:Bool}
        GROUP BY profile_id
        UNION ALL
        SELECT profile_id, any(identifier_kind), any(identifier), min(first),
            arrayFilter(trait -> trait.2 != '""', [
                ('email', toJSONString(argMaxIf(email, email_time, email != ''))),
                ('name', toJSONString(argMaxIf(name, name_time, name != '')))]) AS said
        FROM staged_customers
        WHERE import_id = {import:UUID} AND profile_hash BETWEEN {from:UInt64} AND {to:UInt64}
        GROUP BY profile_id
        HAVING notEmpty(said)
    )
)
SELECT {workspace:String}, profile_id, time, concat('import:traits:', lower(hex(sipHash128(profile_id, properties)))) AS id, 'identify', '', user_id, properties, '{}', {now:DateTime64(6, 'UTC')}, {import:UUID}, named_by
FROM told
WHERE cityHash64(id) NOT IN
(
    SELECT message_hash FROM events WHERE workspace = {workspace:String} AND profile_id IN (SELECT profile_id FROM told) AND startsWith(message_id, 'import:traits:')
)
ORDER BY time
LIMIT 1 BY id
