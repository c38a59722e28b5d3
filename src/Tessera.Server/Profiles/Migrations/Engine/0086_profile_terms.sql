-- What customers are found by while somebody types: every identifier, e-mail address, name and further word of a name, in lower case, sorted. Filled as
-- profiles are written and as identifiers come to profiles; profile_id is the id of the identifier, whose profile it is today is asked of identities.
-- What was true once is found too.
CREATE TABLE IF NOT EXISTS profile_terms
(
    workspace LowCardinality(String),
    term String,
    profile_id UUID
)
ENGINE = ReplacingMergeTree
ORDER BY (workspace, term, profile_id)
SETTINGS index_granularity = 1024, non_replicated_deduplication_window = 0, fsync_after_insert = 1, fsync_part_directory = 1;

ALTER TABLE identities ADD COLUMN IF NOT EXISTS value String DEFAULT '';

CREATE MATERIALIZED VIEW IF NOT EXISTS profile_terms_from_profiles TO profile_terms AS
SELECT
    workspace,
    arrayJoin(arrayDistinct(arrayFilter(word -> word != '', arrayConcat(
        [lowerUTF8(identifier), lowerUTF8(email), lowerUTF8(name)], arraySlice(splitByWhitespace(lowerUTF8(name)), 2, 5))))) AS term,
    profile_id
FROM profiles;

CREATE MATERIALIZED VIEW IF NOT EXISTS profile_terms_from_identities TO profile_terms AS
SELECT workspace, lowerUTF8(value) AS term, node_id AS profile_id
FROM identities
WHERE value != '';

INSERT INTO profile_terms (workspace, term, profile_id)
SELECT
    workspace,
    arrayJoin(arrayDistinct(arrayFilter(word -> word != '', arrayConcat(
        [lowerUTF8(identifier), lowerUTF8(email), lowerUTF8(name)], arraySlice(splitByWhitespace(lowerUTF8(name)), 2, 5))))) AS term,
    profile_id
FROM profiles
