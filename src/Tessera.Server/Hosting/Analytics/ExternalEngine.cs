using Tessera.ClickHouse;

namespace Tessera.Server.Hosting.Analytics;

/// <summary>A ClickHouse server that somebody else runs, named by <c>TESSERA_CLICKHOUSE_URL</c>.</summary>
internal sealed class ExternalEngine : IAnalyticalEngine
{
    private readonly TimeProvider time;
    private string? version;

    /// <exception cref="TesseraException">The address is not an HTTP address.</exception>
    public ExternalEngine(Uri url, TimeProvider time)
    {
        this.time = time;
        Options = ClickHouseUrl.Parse(url);
    }

    public ClickHouseOptions Options { get; }

    public EngineStatus Status => new(
        EngineKind.External, version is null ? EngineCondition.Starting : EngineCondition.Ready, version, 0, null, null, []);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            // One question proves address, user and password. Our database may not exist yet; "system" always does.
            using var client = new ClickHouseClient(() => Options with { Database = "system" }, time);
            version = await client.SingleAsync<string>(new Statement("SELECT version()"), cancellationToken);
        }
        catch (ClickHouseException exception)
        {
            throw new TesseraException(
                $"The ClickHouse server at {Options.Endpoint.GetLeftPart(UriPartial.Authority)} cannot be used: {exception.Message.TrimEnd('.')}; check TESSERA_CLICKHOUSE_URL.",
                exception);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
