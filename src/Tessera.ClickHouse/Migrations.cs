using Tessera.ClickHouse.Schema;

namespace Tessera.ClickHouse;

/// <summary>Brings a database's tables to the state that a set of migrations describes.</summary>
/// <remarks>
/// A table in the database, the ledger, says which have run and with what text. What the ledger knows and the program does not, or
/// knows differently, is refused before anything is changed: the data belongs to a newer program, or a file was edited after it
/// ran. Migrations that the ledger lacks run in the order of their numbers, each noted after its last statement. Two programs that
/// start at once on one database may run a migration twice, which its statements must allow anyway; it is noted once.
/// </remarks>
public sealed class Migrations
{
    private readonly Ledger ledger;
    private readonly IReadOnlyList<Migration> migrations;
    private readonly TimeProvider time;

    /// <summary>A set of migrations.</summary>
    /// <param name="ledgerTable">The ledger's table, <c>name</c> or <c>database.name</c>; it is created when missing.</param>
    /// <param name="migrations">The migrations in any order.</param>
    /// <param name="time">The clock for the ledger; the system's when null.</param>
    /// <exception cref="ArgumentException">Two migrations have one number.</exception>
    public Migrations(string ledgerTable, IEnumerable<Migration> migrations, TimeProvider? time = null)
    {
        this.migrations = [.. migrations.OrderBy(migration => migration.Number)];
        Migration.RequireDistinctNumbers(this.migrations);
        ledger = new Ledger(TableName.Parse(ledgerTable));
        this.time = time ?? TimeProvider.System;
    }

    /// <summary>Creates the client's database and the ledger when missing, and runs what has not run.</summary>
    /// <param name="client">The client; its database is the one the statements mean.</param>
    /// <param name="cancellationToken">Stops after the current statement.</param>
    /// <returns>The migrations that ran now, in order.</returns>
    /// <exception cref="MigrationException">The ledger and the program contradict each other, or a statement failed.</exception>
    /// <exception cref="ClickHouseException">The engine cannot be reached.</exception>
    public async Task<IReadOnlyList<Migration>> ApplyAsync(ClickHouseClient client, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        await ledger.CreateAsync(client, cancellationToken).ConfigureAwait(false);
        var applied = await ledger.ReadAsync(client, cancellationToken).ConfigureAwait(false);
        Check(applied);
        var pending = migrations.Where(migration => applied.All(entry => entry.Number != migration.Number)).ToList();
        foreach (var migration in pending)
        {
            await RunAsync(client, migration, cancellationToken).ConfigureAwait(false);
            await ledger.NoteAsync(client, migration, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }

        return pending;
    }

    private static async Task RunAsync(ClickHouseClient client, Migration migration, CancellationToken cancellationToken)
    {
        for (var i = 0; i < migration.Statements.Count; i++)
        {
            try
            {
                await client.ExecuteAsync(new Statement(migration.Statements[i]).AsIdempotent(), cancellationToken).ConfigureAwait(false);
            }
            catch (ClickHouseException exception) when (exception is not ClickHouseUnavailableException)
            {
                throw new MigrationException($"Migration {migration} failed at statement {i + 1}: {exception.Message}", exception);
            }
        }
    }

    private void Check(IReadOnlyList<LedgerEntry> applied)
    {
        foreach (var entry in applied)
        {
            var known = migrations.FirstOrDefault(migration => migration.Number == entry.Number)
                ?? throw new MigrationException(
                    $"The data in table {ledger.Table} was written by a newer version of this program (migration {entry.Number:0000}_{entry.Name} "
                    + "is not known here): update the program, or start it on other data.");
            if (known.Checksum != entry.Checksum)
            {
                throw new MigrationException(
                    $"Migration {known} is not the one that ran on this data on {entry.AppliedAt:yyyy-MM-dd} as {entry.Number:0000}_{entry.Name}: "
                    + "restore its text and write the change as a new migration.");
            }
        }
    }
}
