-- One pass over a workspace's order lines, in the order in which they are stored: a customer's lines lie together, so memory stays flat
-- however many customers there are (the small blocks bound what is buffered). The order's id is hashed to 128 bits first, which is what
-- uniqExact does with a text anyway, only sooner. Customers who were merged of several are few: they are put together apart from the others.
INSERT INTO customer_totals (workspace, version, profile_id, first_order, last_order, orders, revenue, returns)
WITH merged AS
(
    SELECT node_id FROM moved_identities WHERE workspace = {workspace:String}
    UNION DISTINCT
    SELECT profile_id FROM moved_identities WHERE workspace = {workspace:String}
)
SELECT
    workspace,
    {version:UInt64},
    profile_id,
    minIf(time, kind = 'sale') AS first_order,
    maxIf(time, kind = 'sale') AS last_order,
    uniqExactIf(reinterpretAsUInt128(sipHash128(order_id)), kind = 'sale') AS orders,
    sumIf(amount, kind = 'sale') AS revenue,
    -sumIf(amount, kind != 'sale' AND amount < 0) AS returns
FROM order_lines
WHERE workspace = {workspace:String}
    AND profile_id != toUUID('00000000-0000-0000-0000-000000000000')
    AND profile_id NOT IN merged
    AND kind IN ('sale', 'return', 'cancellation', 'discount')
    AND time >= {from:DateTime64(6, 'UTC')}
    AND time < {to:DateTime64(6, 'UTC')}
GROUP BY workspace, profile_id
SETTINGS optimize_aggregation_in_order = 1, aggregation_in_order_max_block_bytes = 1000000, max_block_size = 8192
UNION ALL
SELECT
    workspace,
    {version:UInt64},
    profile_id,
    minIf(time, kind = 'sale') AS first_order,
    maxIf(time, kind = 'sale') AS last_order,
    uniqExactIf(reinterpretAsUInt128(sipHash128(order_id)), kind = 'sale') AS orders,
    sumIf(amount, kind = 'sale') AS revenue,
    -sumIf(amount, kind != 'sale' AND amount < 0) AS returns
FROM
(
    SELECT
        order_lines.workspace AS workspace,
        if(moved.profile_id = toUUID('00000000-0000-0000-0000-000000000000'), order_lines.profile_id, moved.profile_id) AS profile_id,
        order_lines.time AS time,
        order_lines.kind AS kind,
        order_lines.order_id AS order_id,
        order_lines.amount AS amount
    FROM order_lines
    LEFT ANY JOIN moved_identities AS moved ON moved.workspace = order_lines.workspace AND moved.node_id = order_lines.profile_id
    WHERE order_lines.workspace = {workspace:String}
        AND order_lines.profile_id IN merged
        AND order_lines.kind IN ('sale', 'return', 'cancellation', 'discount')
        AND order_lines.time >= {from:DateTime64(6, 'UTC')}
        AND order_lines.time < {to:DateTime64(6, 'UTC')}
)
GROUP BY workspace, profile_id
SETTINGS optimize_aggregation_in_order = 1, aggregation_in_order_max_block_bytes = 1000000, max_block_size = 8192
