-- What decides, beside the calls themselves, which identifiers of a workspace are one customer's.
CREATE TABLE identity_rules (
    workspace TEXT PRIMARY KEY REFERENCES workspaces (key) ON DELETE CASCADE,
    version   INTEGER NOT NULL, -- another one after every change, of the rules or of what is kept apart
    rules     TEXT -- JSON; NULL: the usual ones
) STRICT;

-- Somebody said that two groups of identifiers are not the same customer's. JSON arrays of kind and value.
CREATE TABLE identity_cuts (
    id        TEXT PRIMARY KEY,
    workspace TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    one       TEXT NOT NULL,
    other     TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    made_by   TEXT NOT NULL
) STRICT;
