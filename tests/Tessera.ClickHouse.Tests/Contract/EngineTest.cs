using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

/// <summary>A test class with a database of its own and a client of it.</summary>
[Collection(EngineGroup.Name)]
public abstract class EngineTest(EngineFixture engine) : IAsyncLifetime, IDisposable
{
    // Generous, so that only a hang meets it.
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));

    protected EngineFixture Engine { get; } = engine;

    protected string Database { get; private set; } = "";

    protected ClickHouseClient Client { get; private set; } = null!; // set before any test runs

    protected CancellationToken Token => patience.Token;

    public virtual async Task InitializeAsync()
    {
        Database = await Engine.CreateDatabaseAsync();
        Client = Engine.Connect(Database);
    }

    public virtual Task DisposeAsync() => RunAsync($"DROP DATABASE {TableName.Quote(Database)}");

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Client?.Dispose(); // null when the engine could not be reached
        patience.Dispose();
    }

    protected Task RunAsync(string sql) => Client.ExecuteAsync(new Statement(sql), Token);
}
