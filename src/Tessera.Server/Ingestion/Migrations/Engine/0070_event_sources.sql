-- The source that sent a call; empty for what was imported, and for what was stored before sources were noted.
ALTER TABLE events ADD COLUMN IF NOT EXISTS source LowCardinality(String) DEFAULT ''
