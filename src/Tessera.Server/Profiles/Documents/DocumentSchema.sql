-- Documents of profiles, of one log and one state of the pipeline. The version is that of what they look like.
CREATE TABLE IF NOT EXISTS origin (
    version  INTEGER NOT NULL,
    log_id   TEXT NOT NULL,
    state_id TEXT NOT NULL,
    is_whole INTEGER NOT NULL -- whether whoever wrote it closed it; otherwise it may lack what changed last
) STRICT;

CREATE TABLE IF NOT EXISTS passes (
    workspace  TEXT PRIMARY KEY,
    generation INTEGER NOT NULL,
    after      BLOB NOT NULL,
    is_done    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS documents (
    profile    BLOB PRIMARY KEY,
    workspace  TEXT NOT NULL,
    generation INTEGER NOT NULL,
    body       BLOB NOT NULL
) STRICT;
