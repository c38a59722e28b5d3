CREATE TABLE imports (
    id             TEXT PRIMARY KEY,
    workspace      TEXT NOT NULL,
    kind           TEXT NOT NULL,
    file_name      TEXT NOT NULL,
    state          TEXT NOT NULL,
    sha256         TEXT NOT NULL,
    bytes_total    INTEGER NOT NULL,
    map            TEXT NOT NULL,
    options        TEXT NOT NULL,
    bytes_read     INTEGER NOT NULL DEFAULT 0,
    rows_read      INTEGER NOT NULL DEFAULT 0,
    rows_accepted  INTEGER NOT NULL DEFAULT 0,
    rows_rejected  INTEGER NOT NULL DEFAULT 0,
    rows_duplicate INTEGER NOT NULL DEFAULT 0,
    report         TEXT NOT NULL DEFAULT '{}',
    error_code     TEXT,
    error          TEXT,
    created_at     TEXT NOT NULL,
    started_at     TEXT,
    finished_at    TEXT
) STRICT;

CREATE INDEX imports_by_workspace ON imports (workspace, created_at);
