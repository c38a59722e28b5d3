-- A write key is that of a source: its name stands in the calls it sent and never changes; the title is for people.
ALTER TABLE write_keys ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE write_keys ADD COLUMN kind TEXT NOT NULL DEFAULT 'http';
ALTER TABLE write_keys ADD COLUMN enabled INTEGER NOT NULL DEFAULT 1;
ALTER TABLE write_keys ADD COLUMN rotated_at TEXT;
-- The key before the last rotation, which is good for a while.
ALTER TABLE write_keys ADD COLUMN former_hash BLOB;
ALTER TABLE write_keys ADD COLUMN former_until TEXT;
CREATE INDEX write_keys_of_before ON write_keys (former_hash) WHERE former_hash IS NOT NULL;
