-- Calls of made-up customers over 400 days, the same in every run: one identify call each, and the rest spread over them by a hash, some a hundred times
-- as busy as others.
INSERT INTO events (workspace, profile_id, time, message_id, type, name, user_id, anonymous_id, group_id, previous_id, properties, context, received_at, import_id)
SELECT
    {workspace:String},
    known.profile_id,
    if(is_first, known.first_seen, greatest(known.first_seen, {at:DateTime64(6, 'UTC')} - toIntervalMicrosecond(intHash64(number * 3 + 2) % 34560000000000))),
    concat('m', toString(number)),
    multiIf(is_first, 'identify', kind < 18, 'page', 'track'),
    multiIf(
        is_first, '', kind < 18, 'Pricing', kind < 36, 'Login', kind < 50, 'Project Opened', kind < 64, 'Export File', kind < 76, 'Feature Used', kind < 84, 'Comment Added',
        kind < 89, 'Cart Viewed', kind < 93, 'Checkout Started', kind < 96, 'Order Completed', kind < 98, 'Template Used', kind < 99, 'Support Ticket', 'Error Encountered'),
    '', '', '', '',
    multiIf(
        is_first, concat('{"plan":"', ['free', 'free', 'free', 'pro', 'team'][1 + draw % 5], '","country":"', ['DE', 'US', 'GB', 'FR', 'AT', 'CH'][1 + draw % 6], '","seats":', toString(1 + draw % 20), '}'),
        kind BETWEEN 50 AND 63, concat('{"format":"', ['svg', 'pdf', 'png', 'jpg'][1 + draw % 4], '","pages":', toString(1 + draw % 10), ',"project_id":"p', toString(draw % 1000), '"', '}'),
        kind BETWEEN 64 AND 75, concat('{"feature":"', ['layers', 'text', 'draw', 'crop', 'brand'][1 + draw % 5], '","duration":', toString(draw % 600), '}'),
        kind BETWEEN 93 AND 95, concat('{"order_id":"o', toString(number), '","revenue":', toString(5 + draw % 300), '.', toString(10 + draw % 90), ',"currency":"EUR"', '}'),
        kind = 98, concat('{"topic":"', ['billing', 'performance', 'access'][1 + draw % 3], '"', '}'),
        '{}'),
    '{}',
    {at:DateTime64(6, 'UTC')},
    toUUID('00000000-0000-0000-0000-000000000000')
FROM
(
    SELECT
        number,
        number < {customers:UInt64} AS is_first,
        intHash64(number * 3) AS draw,
        intHash64(number * 3 + 1) % 100 AS kind,
        toUInt64(if(is_first, number, if(draw % 3 = 0, intHash64(number) % greatest(intDiv({customers:UInt64}, 100), 1), intHash64(number) % {customers:UInt64}))) AS customer
    FROM numbers({from:UInt64}, {count:UInt64})
) AS calls
INNER JOIN
(
    SELECT profile_id, first_seen, toUInt64(substring(identifier, 2)) AS customer FROM profiles WHERE workspace = {workspace:String}
) AS known USING (customer)
SETTINGS max_partitions_per_insert_block = 0
