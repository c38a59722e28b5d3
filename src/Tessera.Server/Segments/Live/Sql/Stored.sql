-- Which changes are stored that were recorded between two instants.
SELECT workspace, segment, profile_id, recorded_at
FROM segment_changes
WHERE recorded_at BETWEEN {first:DateTime64(6, 'UTC')} AND {last:DateTime64(6, 'UTC')}
