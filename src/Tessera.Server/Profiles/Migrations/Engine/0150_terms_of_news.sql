-- Most rows of profiles are written because customers were seen again, with nothing new that they could be found by: of those no terms are made.
ALTER TABLE profiles ADD COLUMN IF NOT EXISTS is_only_seen UInt8 DEFAULT 0;

DROP VIEW IF EXISTS profile_terms_from_profiles SYNC;

CREATE MATERIALIZED VIEW profile_terms_from_profiles TO profile_terms AS
SELECT
    workspace,
    arrayJoin(arrayDistinct(arrayFilter(word -> word != '', arrayConcat(
        [lowerUTF8(identifier), lowerUTF8(email), lowerUTF8(name)], arraySlice(splitByWhitespace(lowerUTF8(name)), 2, 5))))) AS term,
    profile_id
FROM profiles
WHERE is_only_seen = 0
