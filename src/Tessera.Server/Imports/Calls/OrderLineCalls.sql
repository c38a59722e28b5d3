-- What the order lines of a range of customers amount to as tracking calls, by Segment's e-commerce specification: those of orders that an import
-- has lines of, except orders that were tracked live, under whichever of the customer's identifiers; and the countries of customers that it has lines of, each from when it changed.
    SELECT told.profile_id AS profile_id, told.time AS time, told.message_id AS message_id, 'track' AS type, told.name AS name, told.user_id AS user_id, told.properties AS properties
    FROM
    (
        SELECT
            profile_id,
            order_id,
            min(line_time) AS time,
            concat('import:', outcome, ':', order_id) AS message_id,
            transform(outcome, ['completed', 'refunded', 'cancelled'], ['Order Completed', 'Order Refunded', 'Order Cancelled'], '') AS name,
            any(customer) AS user_id,
            toJSONString(CAST(
                (
                    order_id,
                    abs(sumIf(amount, is_worth)),
                    abs(sum(amount)),
                    any(currency),
                    abs(sumIf(quantity, is_worth)),
                    nullIf(argMin(country, source_line), ''),
                    arrayMap(line -> line.2, arraySlice(arraySort(line -> line.1, groupArrayIf(
                        (source_line, (nullIf(sku, ''), nullIf(description, ''), nullIf(category, ''), unit_price, abs(quantity))), is_product)), 1, 100))
                )
                AS Tuple(
                    order_id String, revenue Decimal(38, 4), total Decimal(38, 4), currency String, quantity Decimal(38, 4), country Nullable(String),
                    products Array(Tuple(sku Nullable(String), name Nullable(String), category Nullable(String), price Decimal(18, 6), quantity Decimal(18, 4)))))) AS properties
        FROM
        (
            SELECT
                profile_id, order_id, time AS line_time, customer, amount, currency, quantity, toString(country) AS country, toString(category) AS category, sku, description, unit_price, source_line, kind,
                multiIf(kind = 'cancellation', 'cancelled', kind = 'return', 'refunded', kind IN ('sale', 'free', 'discount'), 'completed', '') AS outcome,
                kind IN ('sale', 'cancellation', 'return') AS is_worth,
                kind != 'discount' AS is_product
            FROM order_lines
            WHERE workspace = {workspace:String} AND profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID}
                AND profile_id != toUUID('00000000-0000-0000-0000-000000000000') AND outcome != ''
                AND ({all_orders:Bool} OR order_id IN
                (
                    SELECT order_id FROM order_lines
                    WHERE workspace = {workspace:String} AND profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID} AND import_id = {import:UUID}
                ))
        )
        GROUP BY profile_id, order_id, outcome
        HAVING countIf(is_worth) > 0
    ) AS told
    LEFT ANY JOIN
    (
        SELECT node_id, profile_id FROM moved_identities WHERE workspace = {workspace:String}
    ) AS moved ON moved.node_id = told.profile_id
    WHERE (if(moved.profile_id = toUUID('00000000-0000-0000-0000-000000000000'), told.profile_id, moved.profile_id), told.name, told.order_id) NOT IN
    (
/*tracked*/
    )
    UNION ALL
    SELECT
        profile_id,
        change.1 AS time,
        concat('import:country:', toString(profile_id), ':', toString(toUnixTimestamp64Micro(change.1))) AS message_id,
        'identify' AS type,
        '' AS name,
        user_id,
        toJSONString(map('country', change.2)) AS properties
    FROM
    (
        SELECT profile_id, any(customer) AS user_id, arraySort(groupUniqArray((time, toString(country)))) AS seen
        FROM order_lines
        WHERE workspace = {workspace:String} AND profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID}
            AND profile_id != toUUID('00000000-0000-0000-0000-000000000000') AND country != ''
        GROUP BY profile_id
        HAVING countIf(import_id = {import:UUID}) > 0
    )
    ARRAY JOIN arrayFilter((now, before) -> now.2 != before, seen, arrayPushFront(arrayPopBack(seen.2), '')) AS change
