-- The event log. One row of "chunks" holds the records of one partition that were committed together: "data" is each record's
-- length (four bytes, little endian) and its bytes.
CREATE TABLE IF NOT EXISTS log (
    id         TEXT PRIMARY KEY,
    partitions INTEGER NOT NULL,
    made_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS chunks (
    id          INTEGER PRIMARY KEY,
    partition   INTEGER NOT NULL,
    first       INTEGER NOT NULL,
    last        INTEGER NOT NULL,
    appended_at INTEGER NOT NULL, -- milliseconds since 1970
    data        BLOB NOT NULL
) STRICT;

-- Also what refuses a second writer that got past every lock: two of them cannot give out the same position.
CREATE UNIQUE INDEX IF NOT EXISTS chunks_by_last ON chunks (partition, last);
CREATE UNIQUE INDEX IF NOT EXISTS chunks_by_first ON chunks (partition, first);

-- So that positions go on after everything was trimmed.
CREATE TABLE IF NOT EXISTS trimmed (
    partition INTEGER PRIMARY KEY,
    last      INTEGER NOT NULL
) STRICT;
