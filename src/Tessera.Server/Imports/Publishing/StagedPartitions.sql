-- In which years an import's staged lines are, and how many of each year are published already.
SELECT toUInt16(staged.year) AS year, toInt64(staged.lines) AS staged, toInt64(published.lines) AS published
FROM (SELECT toYear(time) AS year, count() AS lines FROM {staged:Identifier} GROUP BY year) AS staged
LEFT JOIN
(
    SELECT toYear(time) AS year, count() AS lines
    FROM order_lines
    WHERE workspace = {workspace:String} AND time BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')} AND import_id = {import:UUID}
    GROUP BY year
) AS published USING (year)
ORDER BY year
