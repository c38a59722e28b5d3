-- Brings one range of the profiles that an import speaks of up to date, each as whom it is known today. Running it again changes nothing but the version.
INSERT INTO profiles (workspace, profile_id, kind, identifier, name, email, country, traits, first_seen, last_seen, version)
WITH
    moved AS
    (
        SELECT node_id, profile_id AS current_id FROM moved_identities WHERE workspace = {workspace:String}
    ),
    seen AS
    (
        SELECT
            if(current_id = toUUID('00000000-0000-0000-0000-000000000000'), staged.profile_id, current_id) AS profile_id,
            any(identifier_kind) AS seen_kind,
            any(identifier) AS seen_identifier,
            argMaxIf(name, last, name != '') AS seen_name,
            argMaxIf(email, last, email != '') AS seen_email,
            argMaxIf(country, last, country != '') AS seen_country,
            min(first) AS seen_first,
            max(last) AS seen_last
        FROM
        (
            SELECT
                profile_id, any(staged_customers.identifier_kind) AS identifier_kind, any(staged_customers.identifier) AS identifier,
                argMaxIf(staged_customers.name, name_time, staged_customers.name != '') AS name,
                if(identifier_kind = 'email', identifier, argMaxIf(staged_customers.email, email_time, staged_customers.email != '')) AS email,
                argMaxIf(staged_customers.country, country_time, staged_customers.country != '') AS country,
                min(staged_customers.first) AS first, max(staged_customers.last) AS last
            FROM staged_customers
            WHERE import_id = {import:UUID} AND profile_hash BETWEEN {from:UInt64} AND {to:UInt64}
            GROUP BY profile_id
            UNION ALL
            SELECT
                profile_id, any(identifier_kind), any(identifier), '', '', '', min(time), max(time)
            FROM staged_events
            WHERE import_id = {import:UUID} AND cityHash64(profile_id) BETWEEN {from:UInt64} AND {to:UInt64}
            GROUP BY profile_id
            UNION ALL
            SELECT
                profile_id, any(identifier_kind), any(identifier),
                JSONExtractString(argMaxIf(value, (time, source_line), trait = 'name')),
                JSONExtractString(argMaxIf(value, (time, source_line), trait = 'email')),
                JSONExtractString(argMaxIf(value, (time, source_line), trait = 'country')),
                if(countIf(trait = '') > 0, minIf(time, trait = ''), min(time)), if(countIf(trait = '') > 0, maxIf(time, trait = ''), max(time))
            FROM staged_traits
            WHERE import_id = {import:UUID} AND profile_hash BETWEEN {from:UInt64} AND {to:UInt64}
            GROUP BY profile_id
        ) AS staged
        LEFT ANY JOIN moved ON moved.node_id = staged.profile_id
        GROUP BY profile_id
        HAVING profile_id != toUUID('00000000-0000-0000-0000-000000000000')
    ),
    told AS
    (
        SELECT profile_id, groupArray((trait, latest)) AS told_traits
        FROM
        (
            SELECT
                if(current_id = toUUID('00000000-0000-0000-0000-000000000000'), staged_traits.profile_id, current_id) AS profile_id,
                trait,
                argMax(value, (time, source_line)) AS latest
            FROM staged_traits
            LEFT ANY JOIN moved ON moved.node_id = staged_traits.profile_id
            WHERE import_id = {import:UUID} AND profile_hash BETWEEN {from:UInt64} AND {to:UInt64} AND trait NOT IN ('', 'name', 'email', 'country')
            GROUP BY profile_id, trait
        )
        GROUP BY profile_id
    ),
    known AS
    (
        SELECT *
        FROM profiles FINAL
        WHERE workspace = {workspace:String} AND (cityHash64(profile_id) BETWEEN {from:UInt64} AND {to:UInt64} OR profile_id IN (SELECT current_id FROM moved))
    ),
    arrayConcat(
        arrayFilter(old -> NOT has(told_traits.1, old.1), JSONExtractKeysAndValuesRaw(known.traits)),
        told_traits
    ) AS all_traits
SELECT
    {workspace:String},
    seen.profile_id,
    if(known.version > 0, known.kind, seen_kind),
    if(known.version > 0, known.identifier, seen_identifier),
    if(seen_name != '', seen_name, known.name),
    if(seen_email != '', seen_email, known.email),
    if(seen_country != '' AND (seen_last >= known.last_seen OR known.country = ''), seen_country, known.country),
    concat('{', arrayStringConcat(arrayMap(trait -> concat(toJSONString(trait.1), ':', trait.2), arraySort(all_traits)), ','), '}'),
    if(known.version > 0, least(known.first_seen, seen_first), seen_first),
    if(known.version > 0, greatest(known.last_seen, seen_last), seen_last),
    known.version + 1
FROM seen
LEFT JOIN told ON told.profile_id = seen.profile_id
LEFT JOIN known ON known.profile_id = seen.profile_id
