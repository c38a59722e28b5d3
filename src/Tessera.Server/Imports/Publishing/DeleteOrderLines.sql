-- Removes lines that are about to be published anew. No subquery: the embedded engine never ends a mutation that reads its own table.
DELETE FROM order_lines
WHERE workspace = {workspace:String}
    AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
    AND (order_id, line_key, occurrence) IN {lines:Array(Tuple(String, UInt128, UInt32))}
