-- Who is in which segment now, whatever made it: those written in the language by who entered and left last, those of the RFM model by the scores of now.
-- Of a merged customer, one identifier may leave at the instant at which another enters: who enters is a member, as everywhere.
CREATE OR REPLACE VIEW segment_members_of AS
SELECT workspace, segment, profile_id
FROM segment_changes_of(of_workspace = {of_workspace:String})
GROUP BY workspace, segment, profile_id
HAVING argMax(entered, (time, entered))
UNION ALL
SELECT workspace, segment, profile_id
FROM rfm_customers
WHERE workspace = {of_workspace:String}
    AND version IN (SELECT max(version) FROM rfm_switches WHERE workspace = {of_workspace:String})
