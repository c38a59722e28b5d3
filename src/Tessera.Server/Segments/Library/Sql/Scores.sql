-- The scores given in answers to surveys, by event, property and kind of survey.
SELECT event, property, survey, toInt64(count()) AS answers, assumeNotNull(max(score)) AS highest
FROM
(
    SELECT toString(name) AS event, property, JSONExtractString(properties, 'survey') AS survey, toFloat64OrNull(trim(BOTH '"' FROM JSONExtractRaw(properties, property))) AS score
    FROM events
    ARRAY JOIN {properties:Array(String)} AS property
    WHERE workspace = {workspace:String} AND type = 'track' AND name IN {events:Array(String)}
)
WHERE score IS NOT NULL
GROUP BY event, property, survey
ORDER BY answers DESC, event, property, survey
LIMIT 200
