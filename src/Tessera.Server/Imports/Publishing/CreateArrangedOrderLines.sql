-- The staged order lines once more, in the order in which they are published range by range, so that a range is read without the others.
-- Made anew whenever publishing begins, hence not made durable. Rows lie in small granules, since a range has few of each part's.
CREATE TABLE {arranged:Identifier} AS order_lines
ENGINE = MergeTree
ORDER BY (cityHash64(order_id), order_id, line_key)
SETTINGS
    index_granularity = 1024,
    min_bytes_for_wide_part = 1000000000,
    max_bytes_to_merge_at_max_space_in_pool = 1,
    max_bytes_to_merge_at_min_space_in_pool = 1,
    parts_to_delay_insert = 100000,
    parts_to_throw_insert = 100000
