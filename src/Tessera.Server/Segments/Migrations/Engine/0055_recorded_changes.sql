-- When a change of membership was recorded, which is the order in which changes are handed on; why it came about (event, time, definition, merge); and
-- the call that brought it about, if one did.
ALTER TABLE segment_changes ADD COLUMN IF NOT EXISTS recorded_at DateTime64(6, 'UTC') DEFAULT time;
ALTER TABLE segment_changes ADD COLUMN IF NOT EXISTS cause LowCardinality(String) DEFAULT '';
ALTER TABLE segment_changes ADD COLUMN IF NOT EXISTS message_id String DEFAULT '';
ALTER TABLE segment_changes ADD INDEX IF NOT EXISTS by_record recorded_at TYPE minmax GRANULARITY 1
