-- How many lines the workspace has in the time that an import covers.
SELECT toInt64(count())
FROM order_lines
WHERE workspace = {workspace:String} AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
