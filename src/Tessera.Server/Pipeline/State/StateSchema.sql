-- What the pipeline remembers.
CREATE TABLE IF NOT EXISTS state (
    id     TEXT NOT NULL,
    log_id TEXT NOT NULL -- the log whose positions these are
) STRICT;

CREATE TABLE IF NOT EXISTS progress (
    partition  INTEGER PRIMARY KEY,
    position   INTEGER NOT NULL,
    begun_last INTEGER -- the end of a range that was begun and not completed; it begins after "position"
) STRICT;

-- Up to where the rows of profiles say when they were last seen. What has no row here is written as far as "position" of progress.
CREATE TABLE IF NOT EXISTS progress_seen (
    partition INTEGER PRIMARY KEY,
    position  INTEGER NOT NULL
) STRICT;

-- The ids of messages in the order of the log, 16 bytes each; of a large range that was completed, or of several small ones.
CREATE TABLE IF NOT EXISTS messages (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    partition INTEGER NOT NULL,
    count     INTEGER NOT NULL,
    ids       BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS messages_by_partition ON messages (partition, number);
