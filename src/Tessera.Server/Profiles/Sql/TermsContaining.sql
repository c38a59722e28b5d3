-- What has a text somewhere after its beginning, in the order of the alphabet.
SELECT profile_id, term
FROM profile_terms
WHERE workspace = {workspace:String} AND position(term, lowerUTF8({search:String})) > 1
ORDER BY workspace, term, profile_id
LIMIT {limit:UInt32}
SETTINGS max_threads = 1
