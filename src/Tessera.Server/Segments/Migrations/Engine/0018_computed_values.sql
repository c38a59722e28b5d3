-- What was computed about customers, as the segment language reads it: a name and a JSON value.
CREATE VIEW IF NOT EXISTS computed_values AS
SELECT workspace, profile_id, computed.1 AS name, computed.2 AS value
FROM
(
    SELECT workspace, profile_id, [
        ('rfm.segment', concat('"', segment, '"')),
        ('rfm.recency', toString(r)),
        ('rfm.frequency', toString(f)),
        ('rfm.monetary', toString(m))] AS pairs
    FROM rfm_customers
    WHERE (workspace, version) IN (SELECT workspace, max(version) FROM rfm_switches GROUP BY workspace)
)
ARRAY JOIN pairs AS computed
