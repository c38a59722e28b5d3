-- Who was erased, when and at whose request. A profile's id is a hash of an identifier: it names nobody. What is needed to find the person's calls
-- ("subject": identifiers) is kept only while the erasure is on its way, and overwritten then.
CREATE TABLE erasures (
    id           TEXT PRIMARY KEY,
    workspace    TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    profile_id   TEXT NOT NULL,
    requested_at TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    -- When the first thing of the person arrived: backups made before do not hold them. NULL: not known.
    known_since  TEXT,
    subject      TEXT, -- JSON; NULL once it is finished
    -- What is done of it.
    log          INTEGER NOT NULL DEFAULT 0,
    state_file   INTEGER NOT NULL DEFAULT 0,
    engine       INTEGER NOT NULL DEFAULT 0,
    metadata     INTEGER NOT NULL DEFAULT 0,
    -- Why the last try came to nothing; empty when it did not.
    failure      TEXT NOT NULL DEFAULT '',
    finished_at  TEXT
) STRICT;
CREATE INDEX erasures_by_workspace ON erasures (workspace, requested_at);
CREATE INDEX erasures_of_a_profile ON erasures (profile_id, requested_at);
