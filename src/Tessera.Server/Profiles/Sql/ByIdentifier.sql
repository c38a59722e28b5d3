-- An e-mail address may also be known of a profile that was first known by something else.
SELECT profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen
FROM profiles FINAL
WHERE workspace = {workspace:String}
    AND profile_id IN (SELECT profile_id FROM profile_terms WHERE workspace = {workspace:String} AND term = lowerUTF8({value:String}))
    AND ((kind = {kind:String} AND identifier = {value:String}) OR ({kind:String} = 'email' AND lowerUTF8(email) = lowerUTF8({value:String})))
ORDER BY kind = {kind:String} AND identifier = {value:String} DESC, first_seen, profile_id
LIMIT 1
SETTINGS max_threads = 1
