CREATE TABLE computed_values_of_worlds (workspace LowCardinality(String), profile_id UUID, name String, value String)
ENGINE = MergeTree ORDER BY (workspace, name, profile_id);
CREATE VIEW all_computed_values AS
SELECT workspace, profile_id, name, value FROM computed_values
UNION ALL
SELECT workspace, profile_id, name, value FROM computed_values_of_worlds
