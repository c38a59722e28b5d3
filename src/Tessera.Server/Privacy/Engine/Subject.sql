-- What is needed to find everything of some identifiers.
SELECT
    (SELECT groupArray((kind, identifier, email, JSONExtractString(traits, 'phone')))
     FROM profiles
     WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}) AS known,
    (SELECT minOrNull(received_at) FROM events WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)}) AS known_since
