-- The order lines of one import, before they are published. Built like order_lines, so that their parts can become its parts. Parts
-- are kept in few files, which makes them quick to be made durable, and are not merged: they are here for moments only.
CREATE TABLE IF NOT EXISTS {staged:Identifier} AS order_lines
ENGINE = MergeTree
PARTITION BY toYear(time)
ORDER BY (workspace, profile_id, time, order_id)
SETTINGS
    fsync_after_insert = 1,
    fsync_part_directory = 1,
    min_bytes_for_wide_part = 1000000000,
    max_bytes_to_merge_at_max_space_in_pool = 1,
    max_bytes_to_merge_at_min_space_in_pool = 1,
    parts_to_delay_insert = 100000,
    parts_to_throw_insert = 100000
