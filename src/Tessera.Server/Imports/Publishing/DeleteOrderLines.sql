-- Removes lines of earlier imports that an import has stored as they are now. No subquery: the embedded engine never ends a mutation that reads its own table.
-- Instants are numbers here, since a mutation cannot read the first instant of 1970 back from its own text.
DELETE FROM order_lines
WHERE workspace = {workspace:String}
    AND time BETWEEN fromUnixTimestamp64Micro({first_microseconds:Int64}, 'UTC') AND fromUnixTimestamp64Micro({last_microseconds:Int64}, 'UTC')
    AND import_id != {import:UUID}
    AND (order_id, line_key, occurrence) IN {lines:Array(Tuple(String, UInt128, UInt32))}
