-- What begins with a text, in the order of the alphabet; the table lies in it, so only the first are read.
SELECT profile_id, term
FROM profile_terms
WHERE workspace = {workspace:String} AND startsWith(term, lowerUTF8({search:String}))
ORDER BY workspace, term, profile_id
LIMIT {limit:UInt32}
SETTINGS max_threads = 1
