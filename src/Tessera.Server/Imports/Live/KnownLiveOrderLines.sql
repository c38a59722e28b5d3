-- Which of some order lines are there already; found by whose they are and when, which is how the table is sorted.
SELECT order_id, line_key, occurrence
FROM order_lines
WHERE workspace = {workspace:String}
    AND profile_id IN {profiles:Array(UUID)}
    AND time IN {times:Array(DateTime64(6, 'UTC'))}
    AND order_id IN {orders:Array(String)}
