-- Companies by name, after one of them: those whose name or key begins with what is searched for before those that merely contain it.
SELECT company_id, key, name, rank, first_seen, last_seen
FROM
(
    SELECT
        company_id,
        any(company_key) AS key,
        argMaxIf(JSONExtractString(traits, 'name'), (time, message_id), JSONExtractString(traits, 'name') != '') AS given,
        if(given = '', key, given) AS name,
        if(
            {search:String} = '' OR startsWith(lowerUTF8(name), lowerUTF8({search:String})) OR startsWith(lowerUTF8(key), lowerUTF8({search:String})),
            toUInt8(0),
            toUInt8(1)) AS rank,
        min(time) AS first_seen,
        max(time) AS last_seen
    FROM group_calls
    WHERE workspace = {workspace:String} AND company_key != '' AND ({key:String} = '' OR company_key = {key:String})
    GROUP BY company_id
)
WHERE ({search:String} = '' OR positionCaseInsensitiveUTF8(name, {search:String}) > 0 OR positionCaseInsensitiveUTF8(key, {search:String}) > 0)
    AND ({first:Bool} OR (rank, lowerUTF8(name), company_id) > ({after_rank:UInt8}, {after_name:String}, {after_company:UUID}))
ORDER BY rank, lowerUTF8(name), company_id
LIMIT {limit:UInt32}
