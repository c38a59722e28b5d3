-- Publishes one range of orders where nothing is there yet, so that nothing has to be looked for. Not to be run again.
/*insert*/
FROM
(
/*numbered*/
) AS new
