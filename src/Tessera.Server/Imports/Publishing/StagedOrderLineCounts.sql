-- What the staged lines of one range of orders are.
SELECT final_kind AS kind, final_line_type AS line_type, toInt64(count()) AS lines
FROM
(
    /*numbered*/
)
GROUP BY kind, line_type
