-- How many are known by an identifier, whether they have bought or not; those that turned out to be somebody else are not counted.
SELECT count() AS profiles
FROM profiles FINAL
WHERE workspace = {workspace:String}
