-- The lines of one range of orders that are there already, but as something else.
SELECT order_id, line_key, occurrence
FROM
(
/*numbered*/
) AS new
INNER JOIN
(
/*there*/
) AS known USING (order_id, line_key, occurrence)
WHERE /*changed*/
