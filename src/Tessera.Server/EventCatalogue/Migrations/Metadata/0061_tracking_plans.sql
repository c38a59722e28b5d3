-- What each workspace expects of its events; the plan is kept as the JSON that was given.
CREATE TABLE tracking_plans (
    workspace  TEXT PRIMARY KEY REFERENCES workspaces (key) ON DELETE CASCADE,
    version    INTEGER NOT NULL,
    plan       TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL
) STRICT;

-- What did not keep to the plan, counted by day; the latest call stands for the others.
CREATE TABLE plan_violations (
    workspace   TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    day         TEXT NOT NULL,
    event       TEXT NOT NULL,
    source      TEXT NOT NULL,
    app_version TEXT NOT NULL,
    kind        TEXT NOT NULL,
    path        TEXT NOT NULL,
    count       INTEGER NOT NULL,
    first_at    TEXT NOT NULL,
    last_at     TEXT NOT NULL,
    expected    TEXT NOT NULL,
    seen        TEXT NOT NULL,
    message_id  TEXT NOT NULL,
    PRIMARY KEY (workspace, day, event, source, app_version, kind, path)
) STRICT, WITHOUT ROWID;

-- How far the log was compared with the plans.
CREATE TABLE plan_positions (
    log       TEXT NOT NULL,
    partition INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (log, partition)
) STRICT, WITHOUT ROWID;
