using Tessera.ClickHouse;

namespace Tessera.Server.Hosting.Analytics;

/// <summary>Starts the engine and brings its tables up to date.</summary>
internal sealed class EngineStartup(IAnalyticalEngine engine, ClickHouseClient client, TimeProvider time)
{
    private const string Ledger = "schema_migrations";

    /// <exception cref="TesseraException">The engine cannot be started, or its data is not ours to change.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await engine.StartAsync(cancellationToken);
        try
        {
            var migrations = EmbeddedSql.Migrations("Engine").Select(migration => new Migration(migration.Number, migration.Name, migration.Sql));
            await new Migrations(Ledger, migrations, time).ApplyAsync(client, cancellationToken);
        }
        catch (MigrationException exception)
        {
            throw new TesseraException(exception.Message, exception);
        }
        catch (ClickHouseException exception)
        {
            throw new TesseraException($"The engine started but its tables cannot be prepared: {exception.Message}", exception);
        }
    }
}
