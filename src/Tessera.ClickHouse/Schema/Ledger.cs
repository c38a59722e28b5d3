namespace Tessera.ClickHouse.Schema;

/// <summary>The table that says which migrations have run.</summary>
internal sealed class Ledger(TableName table)
{
    private static readonly Statement CreateDatabase = Statement.Embedded(typeof(Ledger), "CreateDatabase.sql");
    private static readonly Statement CreateLedger = Statement.Embedded(typeof(Ledger), "CreateLedger.sql");
    private static readonly Statement ReadLedger = Statement.Embedded(typeof(Ledger), "ReadLedger.sql");

    public TableName Table => table;

    public async Task CreateAsync(ClickHouseClient client, CancellationToken cancellationToken)
    {
        var database = Database(client);
        var createDatabase = CreateDatabase.With("database", database).WithoutDatabase().AsIdempotent();
        await client.ExecuteAsync(createDatabase, cancellationToken).ConfigureAwait(false);
        var createLedger = CreateLedger.With("database", database).With("ledger", table.Table).AsIdempotent();
        await client.ExecuteAsync(createLedger, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<LedgerEntry>> ReadAsync(ClickHouseClient client, CancellationToken cancellationToken) =>
        await client
            .ListAsync<LedgerEntry>(ReadLedger.With("database", Database(client)).With("ledger", table.Table), cancellationToken)
            .ConfigureAwait(false);

    public Task NoteAsync(ClickHouseClient client, Migration migration, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = new LedgerEntry(migration.Number, migration.Name, migration.Checksum, now);
        var options = new InsertOptions { DeduplicationToken = $"{migration}-{migration.Checksum}" };
        return client.InsertAsync($"{Database(client)}.{table.Table}", [entry], options, cancellationToken);
    }

    private string Database(ClickHouseClient client) => table.Database ?? client.Options.Database;
}
