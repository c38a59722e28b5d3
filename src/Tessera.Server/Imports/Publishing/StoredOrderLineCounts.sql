-- What the lines are that are there because of an import.
SELECT kind, line_type, toInt64(count()) AS lines
FROM order_lines
WHERE workspace = {workspace:String}
    AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
    AND import_id = {import:UUID}
GROUP BY kind, line_type
