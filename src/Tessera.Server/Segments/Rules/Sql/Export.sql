-- All members of a segment, in the order of their profiles.
SELECT
    toString(member.profile_id) AS profile_id,
    as_text(known.identifier) AS user_id,
    as_text(known.name) AS name,
    as_text(known.country) AS country,
    member.since AS entered_at
FROM
(
    SELECT profile_id, max(time) AS since
    FROM segment_changes_of(of_workspace = {workspace:String})
    WHERE workspace = {workspace:String} AND segment = {segment:String}
    GROUP BY profile_id
    HAVING argMax(entered, (time, entered))
) AS member
LEFT JOIN
(
    SELECT profile_id, identifier, name, country FROM profiles FINAL WHERE workspace = {workspace:String}
) AS known ON known.profile_id = member.profile_id
ORDER BY profile_id
