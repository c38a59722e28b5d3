-- The backups that were made, so that it can be said which still hold somebody who was erased since.
CREATE TABLE backups (
    id         TEXT PRIMARY KEY,
    directory  TEXT NOT NULL,
    created_at TEXT NOT NULL,
    bytes      INTEGER NOT NULL,
    events     INTEGER NOT NULL,
    profiles   INTEGER NOT NULL
) STRICT;
