-- By which further identifiers a call of a file names its customer: a JSON array as context.externalIds, empty when there are none.
ALTER TABLE events ADD COLUMN IF NOT EXISTS named_by String DEFAULT ''
