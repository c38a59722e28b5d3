-- Whether a line that is there is something else now: cancelled or converted since, or its customer found out.
final_kind != known_kind OR (profile_id != known_profile_id AND profile_id != toUUID('00000000-0000-0000-0000-000000000000'))
