-- Where the money came from: the country of the order, else the customer's own; where neither is known the order is left out.
SELECT
    place AS country,
    uniqExactIf(profile_id, profile_id != toUUID('00000000-0000-0000-0000-000000000000')) AS customers,
    sum(amount) AS revenue
FROM
(
    SELECT profile_id, if(spent.country != '', spent.country, known.country) AS place, spent.amount AS amount
    FROM
    (
        SELECT profile_id, country, sum(amount) AS amount
        FROM order_lines_of(of_workspace = {workspace:String})
        WHERE workspace = {workspace:String}
            AND kind = 'sale'
            AND time >= {from:DateTime64(6, 'UTC')}
            AND time < {to:DateTime64(6, 'UTC')}
        GROUP BY profile_id, country
    ) AS spent
    LEFT ANY JOIN
    (
        -- Only the customers it takes: a shop whose file states the country joins nothing.
        SELECT profile_id, argMax(country, version) AS country
        FROM profiles
        WHERE workspace = {workspace:String}
            AND profile_id IN
            (
                SELECT profile_id
                FROM order_lines_of(of_workspace = {workspace:String})
                WHERE workspace = {workspace:String}
                    AND kind = 'sale'
                    AND country = ''
                    AND time >= {from:DateTime64(6, 'UTC')}
                    AND time < {to:DateTime64(6, 'UTC')}
            )
        GROUP BY profile_id
    ) AS known USING (profile_id)
)
WHERE place != ''
GROUP BY place
ORDER BY revenue DESC, place
LIMIT 300
