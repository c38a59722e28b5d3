-- How many profiles the staged rows of an import speak of, within a percent or two.
SELECT toInt64(uniq(profile_id))
FROM
(
    SELECT profile_id FROM staged_customers WHERE import_id = {import:UUID}
    UNION ALL
    SELECT profile_id FROM staged_events WHERE import_id = {import:UUID} AND identifier_kind != ''
    UNION ALL
    SELECT profile_id FROM staged_traits WHERE import_id = {import:UUID}
)
