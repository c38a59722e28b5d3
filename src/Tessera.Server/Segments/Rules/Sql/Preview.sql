-- What is asked of a definition while somebody writes it, in one pass; the definition's own SELECT and column stand where the two comments are.
SELECT total, members, sample, in_common.1 AS others, in_common.2 AS shared
FROM
(
    SELECT
        toInt64(count()) AS total,
        toInt64(countIf(found.is_member)) AS members,
        groupArraySortedIf(10)(found.profile_id, found.is_member) AS sample,
        sumMapIf(kept.segments, arrayMap(segment -> toInt64(1), kept.segments), found.is_member) AS in_common
    FROM
    (
        SELECT profile_id, /* column */ = 1 AS is_member
        FROM
        (
            /* definition */
        )
    ) AS found
    LEFT JOIN
    (
        SELECT profile_id, groupArray(toString(segment)) AS segments
        FROM segment_members_of(of_workspace = {kept_workspace:String})
        WHERE workspace = {kept_workspace:String} AND profile_id >= {kept_from:UUID} AND ({kept_all:Bool} OR profile_id < {kept_before:UUID})
        GROUP BY profile_id
    ) AS kept ON kept.profile_id = found.profile_id
)
