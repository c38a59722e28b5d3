-- What brought in most; postage, fees and the like are not products.
SELECT
    sku,
    argMax(description, time) AS latest_description,
    sum(quantity) AS sold_quantity,
    sum(amount) AS revenue
FROM order_lines
WHERE workspace = {workspace:String}
    AND kind = 'sale'
    AND line_type = 'product'
    AND time >= {from:DateTime64(6, 'UTC')}
    AND time < {to:DateTime64(6, 'UTC')}
GROUP BY sku
ORDER BY revenue DESC, sku
LIMIT 10
