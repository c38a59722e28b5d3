-- A workspace's RFM model: how it is computed, and whether what was computed is still up to date.
CREATE TABLE rfm_models (
    workspace TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    model     TEXT NOT NULL,
    options   TEXT NOT NULL, -- JSON
    requested INTEGER NOT NULL DEFAULT 0, -- grows by one with every reason to compute anew
    computed  INTEGER NOT NULL DEFAULT 0, -- the value of requested that the current version accounts for
    failure   TEXT, -- why the last try failed; NULL when it did not
    PRIMARY KEY (workspace, model)
) STRICT;

-- Versions of the engine's tables that are written whole and then switched to. The number is the partition's.
CREATE TABLE customer_table_versions (
    version     INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace   TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    content     TEXT NOT NULL, -- totals, rfm, snapshot
    state       TEXT NOT NULL, -- writing, current, replaced
    started_at  TEXT NOT NULL,
    replaced_at TEXT,
    details     TEXT -- JSON: what is known of the whole, such as cut-offs and the number of customers in each cell
) STRICT;
CREATE INDEX customer_table_versions_current ON customer_table_versions (workspace, content, state);

-- The model as of the ends of past months.
CREATE TABLE rfm_history (
    workspace   TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    model       TEXT NOT NULL,
    date        TEXT NOT NULL, -- reference date, the first of a month
    fingerprint TEXT NOT NULL, -- of the options and of all order lines before the date
    version     INTEGER, -- of rfm_snapshots while the customers' segments of that date are kept
    cells       TEXT NOT NULL, -- JSON
    PRIMARY KEY (workspace, model, date)
) STRICT;
