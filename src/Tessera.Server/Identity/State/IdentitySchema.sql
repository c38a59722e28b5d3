-- Identifiers that were ever linked with others, and the profile that each is of today.
CREATE TABLE IF NOT EXISTS identity_nodes (
    node      BLOB PRIMARY KEY, -- the id of the profile that the identifier would have alone
    workspace TEXT NOT NULL,
    kind      TEXT NOT NULL,
    value     TEXT NOT NULL,
    profile   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS identity_nodes_by_profile ON identity_nodes (profile);
CREATE INDEX IF NOT EXISTS identity_nodes_by_workspace ON identity_nodes (workspace, node);

-- Calls that named two identifiers: the first that named the two.
CREATE TABLE IF NOT EXISTS identity_links (
    low         BLOB NOT NULL,
    high        BLOB NOT NULL,
    time        INTEGER NOT NULL, -- microseconds since 1970
    message     TEXT NOT NULL,
    source      TEXT NOT NULL,
    is_explicit INTEGER NOT NULL,
    PRIMARY KEY (low, high)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS identity_links_by_high ON identity_links (high, low);

-- Identifiers that came to another profile, on their way into the engine.
CREATE TABLE IF NOT EXISTS identity_changes (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace TEXT NOT NULL,
    node      BLOB NOT NULL,
    profile   BLOB NOT NULL
) STRICT;

-- Profiles that gained or lost identifiers, to be put together anew.
CREATE TABLE IF NOT EXISTS identity_refresh (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace TEXT NOT NULL,
    profile   BLOB NOT NULL,
    has_lost  INTEGER NOT NULL
) STRICT;

-- The version of the rules that all of a workspace was resolved by, and whether the calls that were stored before were read.
CREATE TABLE IF NOT EXISTS identity_workspaces (
    workspace TEXT PRIMARY KEY,
    rules     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done once for all of a file that an earlier version wrote.
CREATE TABLE IF NOT EXISTS identity_marks (
    mark TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The engine is told the values of identifiers too, by which customers are found.
INSERT INTO identity_changes (workspace, node, profile)
SELECT workspace, node, profile FROM identity_nodes
WHERE profile != node AND NOT EXISTS (SELECT 1 FROM identity_marks WHERE mark = 'values told');
INSERT OR IGNORE INTO identity_marks (mark) VALUES ('values told');
