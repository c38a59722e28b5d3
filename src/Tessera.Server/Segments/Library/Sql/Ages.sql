-- How many customers are in each of the usual age bands, by the band's first year.
SELECT toInt32(multiIf(age < 25, 18, age < 35, 25, age < 45, 35, age < 55, 45, age < 65, 55, 65)) AS band, toInt64(count()) AS customers
FROM
(
    SELECT JSONExtractFloat(traits, 'age') AS age
    FROM profiles FINAL
    WHERE workspace = {workspace:String} AND position(traits, '"age"') > 0
)
WHERE age >= 18 AND age <= 120
GROUP BY band
ORDER BY customers DESC, band
