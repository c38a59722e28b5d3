-- What segments keep of each customer, as of positions of the log.
CREATE TABLE IF NOT EXISTS live (
    log_id   TEXT NOT NULL, -- the log whose positions these are
    state_id TEXT NOT NULL, -- the pipeline's state beside which they were kept
    clean    INTEGER NOT NULL -- up to this round, every state that a call changed is in the file
) STRICT;

-- The latest instant at which anybody was evaluated, in microseconds since 1970: when the clock says less, it was wrong then.
CREATE TABLE IF NOT EXISTS clock (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    evaluated INTEGER NOT NULL
) STRICT;

-- One row for each commit after the clean one: up to where the calls were taken into account, and which of them had been sent before.
CREATE TABLE IF NOT EXISTS rounds (
    number     INTEGER PRIMARY KEY,
    positions  BLOB NOT NULL, -- eight bytes for each partition
    duplicates BLOB NOT NULL  -- four bytes for a partition, eight for a position
) STRICT;

CREATE TABLE IF NOT EXISTS layouts (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS states (
    id        INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    profile   BLOB NOT NULL,
    plan      INTEGER NOT NULL, -- the segments that it is of
    round     INTEGER NOT NULL, -- it has the calls up to this round
    next      INTEGER,          -- when a membership may change by itself, in microseconds since 1970
    state     BLOB NOT NULL,
    UNIQUE (workspace, profile)
) STRICT;
CREATE INDEX IF NOT EXISTS states_by_next ON states (next) WHERE next IS NOT NULL;

-- Customers whose state is not to be trusted until it was put together anew and compared with the membership that is kept.
CREATE TABLE IF NOT EXISTS rebuilds (
    workspace   TEXT NOT NULL,
    profile     BLOB NOT NULL,
    history     INTEGER NOT NULL, -- whether from the engine; otherwise the state is good
    cause       TEXT NOT NULL,
    PRIMARY KEY (workspace, profile)
) STRICT, WITHOUT ROWID;

-- How far the customers of a workspace were gone through for the segments that it has now.
CREATE TABLE IF NOT EXISTS passes (
    workspace TEXT PRIMARY KEY,
    plan      INTEGER NOT NULL,
    after     BLOB,             -- null once all were
    history   INTEGER NOT NULL  -- whether all are read from the engine
) STRICT;

-- Changes of membership that are not known to be in the engine yet.
CREATE TABLE IF NOT EXISTS changes (
    number      INTEGER PRIMARY KEY,
    workspace   TEXT NOT NULL,
    segment     TEXT NOT NULL,
    profile     BLOB NOT NULL,
    time        INTEGER NOT NULL,
    entered     INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    cause       TEXT NOT NULL,
    message_id  TEXT NOT NULL
) STRICT;
