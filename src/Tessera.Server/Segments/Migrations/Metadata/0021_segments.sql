-- Segments that people wrote in the segment language. Every change makes a version, which is kept.
CREATE TABLE segments (
    workspace  TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    key        TEXT NOT NULL,
    version    INTEGER NOT NULL, -- the one in force
    created_at TEXT NOT NULL,
    computed   INTEGER, -- the version that the kept membership is of; NULL until it was computed first
    computed_at TEXT,
    size       INTEGER NOT NULL DEFAULT 0, -- members then
    failure    TEXT, -- why the last try failed; NULL when it did not
    PRIMARY KEY (workspace, key)
) STRICT;

CREATE TABLE segment_versions (
    workspace   TEXT NOT NULL,
    key         TEXT NOT NULL,
    version     INTEGER NOT NULL,
    name        TEXT NOT NULL,
    description TEXT NOT NULL,
    definition  TEXT NOT NULL, -- canonical text
    changed_at  TEXT NOT NULL,
    changed_by  TEXT NOT NULL,
    PRIMARY KEY (workspace, key, version),
    FOREIGN KEY (workspace, key) REFERENCES segments (workspace, key) ON DELETE CASCADE
) STRICT;
