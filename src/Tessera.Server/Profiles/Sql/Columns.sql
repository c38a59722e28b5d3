-- Which traits customers have, from a sample of them, and how many of the sample have each.
WITH
    greatest(1, intDiv((SELECT count() FROM profiles WHERE workspace = {workspace:String}), {sample:UInt64})) AS every,
    some AS
    (
        SELECT name, email, country, traits
        FROM profiles FINAL
        WHERE workspace = {workspace:String} AND cityHash64(profile_id) % every = 0
    )
SELECT column, toInt64(count()) AS customers, toInt64(assumeNotNull((SELECT count() FROM some))) AS sampled
FROM some
ARRAY JOIN arrayDistinct(arrayConcat(
    if(name = '', [], ['name']), if(email = '', [], ['email']), if(country = '', [], ['country']),
    JSONExtractKeys(traits))) AS column
WHERE column != ''
GROUP BY column
ORDER BY customers DESC, column
LIMIT {limit:UInt32}
