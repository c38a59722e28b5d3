-- What has happened to the tables that the overview reads, without reading them: numbers that every insert and every mutation raises, and that a
-- merge of parts leaves alone. A part's name is partition_first_last_level, and _mutation after the first one.
SELECT
    toUInt64(sum(last_block)) AS blocks,
    toUInt64(sum(last_mutation)) AS mutations
FROM
(
    SELECT max(max_block_number) AS last_block, max(toUInt64OrZero(extract(name, '_\\d+_\\d+_\\d+_(\\d+)$'))) AS last_mutation
    FROM system.parts
    WHERE active AND database = currentDatabase() AND table IN ('order_lines', 'profiles')
    GROUP BY table, partition_id
)
