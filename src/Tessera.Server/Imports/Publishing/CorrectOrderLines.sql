-- Stores the lines of one range of orders that are there already, but as something else, as they are now. Running it again changes nothing.
/*insert*/
FROM
(
/*numbered*/
) AS new
INNER JOIN
(
/*there*/
        AND import_id != {import:UUID}
) AS known USING (order_id, line_key, occurrence)
WHERE (/*changed*/)
    AND (order_id, line_key, occurrence) NOT IN
    (
        SELECT order_id, line_key, occurrence
        FROM
        (
/*there*/
            AND import_id = {import:UUID}
        )
    )
