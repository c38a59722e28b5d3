namespace Tessera.ClickHouse.Schema;

/// <summary>What the ledger says about a migration that has run.</summary>
internal sealed record LedgerEntry(int Number, string Name, string Checksum, DateTimeOffset AppliedAt);
