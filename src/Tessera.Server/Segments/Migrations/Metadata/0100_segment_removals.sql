-- Segments that were deleted, while who entered and left them is still being forgotten.
CREATE TABLE segment_removals (
    workspace TEXT NOT NULL REFERENCES workspaces (key) ON DELETE CASCADE,
    key       TEXT NOT NULL,
    PRIMARY KEY (workspace, key)
) STRICT;
