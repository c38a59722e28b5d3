-- Publishes one range of orders: the lines that are not there yet. Running it again changes nothing.
/*insert*/
FROM
(
/*numbered*/
) AS new
LEFT ANTI JOIN
(
/*there*/
) AS known USING (order_id, line_key, occurrence)
