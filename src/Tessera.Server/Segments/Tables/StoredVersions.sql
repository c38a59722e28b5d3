-- The versions that the engine holds rows of.
SELECT DISTINCT version FROM {table:Identifier}
