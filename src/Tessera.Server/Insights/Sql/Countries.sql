-- Where the money came from; orders whose country is not known are left out.
SELECT
    country,
    uniqExactIf(profile_id, profile_id != toUUID('00000000-0000-0000-0000-000000000000')) AS customers,
    sum(amount) AS revenue
FROM order_lines
WHERE workspace = {workspace:String}
    AND kind = 'sale'
    AND country != ''
    AND time >= {from:DateTime64(6, 'UTC')}
    AND time < {to:DateTime64(6, 'UTC')}
GROUP BY country
ORDER BY revenue DESC, country
LIMIT 300
