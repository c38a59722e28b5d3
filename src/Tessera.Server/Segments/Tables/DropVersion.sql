ALTER TABLE {table:Identifier} DROP PARTITION {version:UInt64}
