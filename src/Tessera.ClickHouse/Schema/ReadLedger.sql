SELECT number, name, checksum, applied_at
FROM {database:Identifier}.{ledger:Identifier} FINAL
ORDER BY number
