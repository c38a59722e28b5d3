-- The identifiers of customers who are known by several, one of which is asked about.
                    SELECT arrayJoin([node_id, profile_id])
                    FROM moved_identities
                    WHERE workspace = {workspace:String} AND profile_id IN
                    (
                        SELECT profile_id
                        FROM moved_identities
                        WHERE workspace = {workspace:String}
                            AND (node_id BETWEEN {first_profile:UUID} AND {last_profile:UUID} OR profile_id BETWEEN {first_profile:UUID} AND {last_profile:UUID})
                    )
