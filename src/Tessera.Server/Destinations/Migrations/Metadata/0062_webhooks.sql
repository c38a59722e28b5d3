-- Where membership changes are sent. The secrets sign what is sent, so they are kept as they are: whoever reads this file can sign.
CREATE TABLE webhooks (
    id            TEXT PRIMARY KEY,
    workspace     TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    url           TEXT NOT NULL,
    secret        TEXT NOT NULL,
    -- The secret before the last rotation, by which deliveries are signed too for a while.
    former_secret TEXT,
    former_until  TEXT,
    -- JSON: the keys of the segments whose changes are sent, and the kinds of changes; an empty list of segments means all.
    segments      TEXT NOT NULL,
    types         TEXT NOT NULL,
    -- Whether changes are sent too that only a new or changed definition caused.
    backfills     INTEGER NOT NULL,
    enabled       INTEGER NOT NULL,
    -- Why it was switched off by itself; empty when it was not.
    disabled_why  TEXT NOT NULL,
    -- How far the changes were made into deliveries.
    position      TEXT NOT NULL,
    -- Deliveries that failed one after the other, and when the next may be tried.
    failures      INTEGER NOT NULL,
    retry_at      TEXT,
    created_at    TEXT NOT NULL
) STRICT;

CREATE TABLE webhook_deliveries (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook    TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    -- What the receiver knows it by, the same at every try; made of the change, so a change makes one delivery however often it is read.
    message    TEXT NOT NULL,
    type       TEXT NOT NULL,
    segment    TEXT NOT NULL,
    profile_id TEXT NOT NULL,
    body       TEXT NOT NULL,
    -- pending, delivered or dead
    state      TEXT NOT NULL,
    attempts   INTEGER NOT NULL,
    next_at    TEXT NOT NULL,
    created_at TEXT NOT NULL,
    tried_at   TEXT,
    status     INTEGER,
    answer     TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_delivery_of_a_change ON webhook_deliveries (webhook, message);
CREATE INDEX deliveries_to_make ON webhook_deliveries (webhook, next_at) WHERE state = 'pending';
CREATE INDEX deliveries_of_a_customer ON webhook_deliveries (webhook, profile_id, sequence) WHERE state = 'pending';
CREATE INDEX deliveries_made ON webhook_deliveries (tried_at) WHERE state <> 'pending';
