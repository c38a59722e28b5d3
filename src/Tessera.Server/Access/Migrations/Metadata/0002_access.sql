-- Secrets are kept as SHA-256 of 256 random bits: a copy of this file opens nothing.
CREATE TABLE tokens (
    id         TEXT PRIMARY KEY,
    hash       BLOB NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    workspace  TEXT REFERENCES workspaces (key) ON DELETE CASCADE, -- NULL: the administrator's, good for all
    created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_admin_token ON tokens ((workspace IS NULL)) WHERE workspace IS NULL;

CREATE TABLE write_keys (
    id         TEXT PRIMARY KEY,
    hash       BLOB NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    workspace  TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_write_key_of_a_name ON write_keys (workspace, name);

CREATE TABLE sign_in_codes (
    hash       BLOB PRIMARY KEY,
    expires_at TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
    hash       BLOB PRIMARY KEY,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT;
