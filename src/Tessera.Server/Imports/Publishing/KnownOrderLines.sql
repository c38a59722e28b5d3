-- How many lines of one range of orders are there already, how many of those as something else than they are now, and how many of
-- these because a rate was given for their currency since.
SELECT
    toInt64(count()) AS matched,
    toInt64(countIf(/*changed*/)) AS corrected,
    toInt64(countIf(known_kind = 'other-currency' AND final_kind != 'other-currency')) AS converted
FROM
(
/*numbered*/
) AS new
INNER JOIN
(
/*there*/
) AS known USING (order_id, line_key, occurrence)
