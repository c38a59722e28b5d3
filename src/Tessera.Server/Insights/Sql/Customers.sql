-- How many customers had bought by a time.
SELECT count() AS customers
FROM customer_totals
WHERE workspace = {workspace:String} AND version = {totals_version:UInt64} AND orders > 0 AND first_order < {to:DateTime64(6, 'UTC')}
