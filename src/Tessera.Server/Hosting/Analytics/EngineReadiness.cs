using Tessera.ClickHouse;

namespace Tessera.Server.Hosting.Analytics;

/// <summary>The engine answers, now.</summary>
internal sealed class EngineReadiness(IAnalyticalEngine engine, ClickHouseClient client, TimeProvider time) : IReadinessPart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public string Name => "engine";

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (engine.Status.State != EngineCondition.Ready)
        {
            return false;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await client.PingAsync(either.Token);
            return true;
        }
        catch (ClickHouseException)
        {
            return false;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return false;
        }
    }
}
