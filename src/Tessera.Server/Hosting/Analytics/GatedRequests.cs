using Tessera.ClickHouse;

namespace Tessera.Server.Hosting.Analytics;

/// <summary>Holds requests that write while the gate is closed.</summary>
internal sealed class GatedRequests(WriteGate gate) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(ClickHouseClient.IsWrite, out var isWrite) || !isWrite)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        await gate.EnterAsync(cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            gate.Leave();
        }
    }
}
