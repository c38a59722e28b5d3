-- Who is in which segment now, whatever made it: those written in the language by who entered and left last, those of the RFM model by the scores of now.
CREATE VIEW IF NOT EXISTS segment_members AS
SELECT workspace, segment, profile_id
FROM segment_changes
GROUP BY workspace, segment, profile_id
HAVING argMax(entered, time)
UNION ALL
SELECT workspace, segment, profile_id
FROM rfm_customers
WHERE (workspace, version) IN (SELECT workspace, max(version) FROM rfm_switches GROUP BY workspace)
