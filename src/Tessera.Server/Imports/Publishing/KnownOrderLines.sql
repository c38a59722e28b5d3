-- How many lines of one range of orders are there already, and how many of those as something else than they are now.
SELECT toInt64(count()) AS matched, toInt64(countIf(final_kind != known_kind OR (profile_id != known_profile_id AND profile_id != toUUID('00000000-0000-0000-0000-000000000000')))) AS corrected
FROM
(
    /*numbered*/
) AS new
INNER JOIN
(
    SELECT order_id, line_key, occurrence, kind AS known_kind, profile_id AS known_profile_id
    FROM order_lines
    WHERE workspace = {workspace:String}
        AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
        AND cityHash64(order_id) BETWEEN {from:UInt64} AND {to:UInt64}
) AS known USING (order_id, line_key, occurrence)
