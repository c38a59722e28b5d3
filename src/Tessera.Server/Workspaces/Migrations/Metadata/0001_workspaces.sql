CREATE TABLE workspaces (
    key        TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    currency   TEXT NOT NULL,
    time_zone  TEXT NOT NULL,
    sample     INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
) STRICT;
