-- How many orders of one range have new lines beside lines that another import brought.
SELECT toInt64(count())
FROM
(
    SELECT order_id
    FROM order_lines
    WHERE workspace = {workspace:String}
        AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
        AND cityHash64(order_id) BETWEEN {from:UInt64} AND {to:UInt64}
    GROUP BY order_id
    HAVING countIf(import_id = {import:UUID}) > 0 AND countIf(import_id != {import:UUID}) > 0
)
