-- All customers whom a definition holds for at an instant, in the order of their profiles.
SELECT
    toString(known.profile_id) AS profile_id,
    as_text(known.identifier) AS user_id,
    as_text(known.name) AS name,
    as_text(known.country) AS country
FROM
(
    SELECT profile_id
    FROM
    (
/* definition */
    )
    WHERE /* column */ = 1
) AS member
INNER JOIN
(
    SELECT profile_id, identifier, name, country FROM profiles FINAL WHERE workspace = {exported_workspace:String}
) AS known ON known.profile_id = member.profile_id
ORDER BY known.profile_id
