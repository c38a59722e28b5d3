-- What the customers of some definitions come to, in one pass; the definitions' own SELECT and columns stand where the two comments are. The part 0 is everybody.
SELECT
    toInt64(part) AS part,
    toInt64(count()) AS customers,
    toInt64(countIf(times_bought > 0)) AS buyers,
    sum(spent) AS revenue,
    toInt64(sum(times_bought)) AS orders,
    toInt64(countIf(last_seen > {active_from:DateTime64(6, 'UTC')})) AS active,
    toInt64(sum(month_calls)) AS calls,
    toInt64(sum(bitCount(month_days))) AS days,
    toInt64(countIf(bitAnd(month_days, 127) != 0)) AS weekly,
    toInt64(sum(bitCount(month_kinds))) AS kinds,
    toInt64(countIf(asked_calls > 0)) AS asked,
    toInt64(countIf(answered_calls > 0)) AS answered,
    toInt64(countIf(age > 0)) AS aged,
    toFloat64(sumIf(age, age > 0)) AS years,
    arrayFirst(pair -> pair.1 != '', arrayReverseSort(pair -> pair.2, CAST(sumMap(map(known_country, toInt64(1))), 'Array(Tuple(String, Int64))'))) AS country,
    arrayFirst(pair -> pair.1 != '', arrayReverseSort(pair -> pair.2, CAST(sumMap(map(device, toInt64(1))), 'Array(Tuple(String, Int64))'))) AS device,
    arrayFirst(pair -> pair.1 != '', arrayReverseSort(pair -> pair.2, CAST(sumMap(map(browser, toInt64(1))), 'Array(Tuple(String, Int64))'))) AS browser,
    arrayFirst(pair -> pair.1 != '', arrayReverseSort(pair -> pair.2, CAST(sumMap(map(topic, toInt64(1))), 'Array(Tuple(String, Int64))'))) AS topic,
    arrayFirst(pair -> pair.1 != '', arrayReverseSort(pair -> pair.2, CAST(sumMap(map(answer, toInt64(1))), 'Array(Tuple(String, Int64))'))) AS answer
FROM
(
    SELECT
        arrayPushFront(arrayFilter((index, member) -> member = 1, arrayEnumerate(/* columns */), /* columns */), 0) AS parts,
        totals.revenue AS spent,
        totals.orders AS times_bought,
        known.last_seen AS last_seen,
        known.country AS known_country,
        known.age AS age,
        done.month_calls AS month_calls,
        done.month_days AS month_days,
        done.month_kinds AS month_kinds,
        done.asked_calls AS asked_calls,
        done.answered_calls AS answered_calls,
        done.device AS device,
        done.browser AS browser,
        done.topic AS topic,
        done.answer AS answer
    FROM
    (
        /* definitions */
    ) AS found
    INNER JOIN
    (
        SELECT profile_id, last_seen, toString(country) AS country, if(JSONExtractFloat(traits, 'age') BETWEEN 1 AND 120, JSONExtractFloat(traits, 'age'), 0) AS age
        FROM profiles FINAL
        WHERE workspace = {figures_workspace:String}
    ) AS known ON known.profile_id = found.profile_id
    LEFT JOIN
    (
        SELECT profile_id, revenue, orders FROM customer_totals WHERE workspace = {figures_workspace:String} AND version = {totals_version:UInt64}
    ) AS totals ON totals.profile_id = found.profile_id
    LEFT JOIN
    (
        -- What each did lately: a bit for each of the last thirty days, the latest the first, and one for each kind of event.
        SELECT
            profile_id,
            countIf(time > {active_from:DateTime64(6, 'UTC')}) AS month_calls,
            groupBitOr(if(time > {active_from:DateTime64(6, 'UTC')}, bitShiftLeft(toUInt64(1), toUInt8(least(63, intDiv(dateDiff('second', time, {figures_at:DateTime64(6, 'UTC')}), 86400)))), toUInt64(0))) AS month_days,
            groupBitOr(if(time > {active_from:DateTime64(6, 'UTC')} AND kind > 0, bitShiftLeft(toUInt64(1), toUInt8(kind - 1)), toUInt64(0))) AS month_kinds,
            countIf(name IN {ticket_events:Array(String)}) AS asked_calls,
            countIf(name IN {survey_events:Array(String)}) AS answered_calls,
            argMaxIf(JSONExtractString(context, 'device', 'type'), time, length(context) > 2) AS device,
            argMaxIf(JSONExtractString(context, 'browser', 'name'), time, length(context) > 2) AS browser,
            argMaxIf(if({topic_property:String} = '', '', left(JSONExtractString(properties, {topic_property:String}), 60)), time, name IN {ticket_events:Array(String)}) AS topic,
            argMaxIf(if({answer_property:String} = '', '', left(JSONExtractString(properties, {answer_property:String}), 60)), time, name IN {survey_events:Array(String)}) AS answer
        FROM
        (
            SELECT profile_id, time, toString(name) AS name, properties, context, indexOf({frequent_events:Array(String)}, toString(name)) AS kind
            FROM segment_calls_of(of_workspace = {figures_workspace:String})
            WHERE workspace = {figures_workspace:String} AND type IN ('track', 'page', 'screen')
                AND time > {lately_from:DateTime64(6, 'UTC')} AND time <= {figures_at:DateTime64(6, 'UTC')}
        )
        GROUP BY profile_id
    ) AS done ON done.profile_id = found.profile_id
)
ARRAY JOIN parts AS part
GROUP BY part
