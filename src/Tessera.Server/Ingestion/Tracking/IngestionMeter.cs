using System.Diagnostics.Metrics;
using Tessera.Server.Hosting.Metrics;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>What the tracking API is measured by.</summary>
internal sealed class IngestionMeter
{
    private readonly Counter<long> calls;
    private readonly Counter<long> requests;

    private readonly IntakeFigures figures;

    public IngestionMeter(IMeterFactory factory, IEventLog log, IntakeFigures figures)
    {
        this.figures = figures;
        var meter = factory.Create(ServerMeter.Name);
        calls = meter.CreateCounter<long>("tessera.ingestion.calls", description: "Tracking calls made durable: accepted, or kept aside as rejected.");
        requests = meter.CreateCounter<long>("tessera.ingestion.refused", description: "Tracking requests refused as a whole: busy, unauthorized, malformed, unavailable.");
        meter.CreateObservableGauge("tessera.log.queued", () => log.QueuedBytes, "By", "Bytes that wait to become durable in the event log.");
    }

    public void Stored(int accepted, int rejected)
    {
        figures.Stored(accepted, rejected);
        calls.Add(accepted, new KeyValuePair<string, object?>("state", "accepted"));
        if (rejected > 0)
        {
            calls.Add(rejected, new KeyValuePair<string, object?>("state", "rejected"));
        }
    }

    /// <summary>A request was refused because the server cannot take it now.</summary>
    public void TurnedAway(string state, string because)
    {
        figures.TurnedAway(because);
        Refused(state);
    }

    public void Refused(string state) => requests.Add(1, new KeyValuePair<string, object?>("state", state));
}
