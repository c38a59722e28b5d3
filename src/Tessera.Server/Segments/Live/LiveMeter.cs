using System.Diagnostics.Metrics;
using Tessera.Server.Hosting.Metrics;

namespace Tessera.Server.Segments.Live;

/// <summary>What membership is measured by.</summary>
internal sealed class LiveMeter
{
    private readonly Counter<long> changes;
    private readonly Counter<long> evaluations;
    private readonly Counter<long> timers;
    private readonly Histogram<double> duration;

    public LiveMeter(IMeterFactory factory)
    {
        var meter = factory.Create(ServerMeter.Name);
        changes = meter.CreateCounter<long>("tessera.segments.changes", description: "Customers who entered or left segments with a call, by time, or by a merge.");
        evaluations = meter.CreateCounter<long>("tessera.segments.evaluations", description: "Customers who were evaluated one by one.");
        timers = meter.CreateCounter<long>("tessera.segments.timers", description: "Customers whose membership might have changed by itself.");
        duration = meter.CreateHistogram<double>("tessera.segments.evaluate.duration", "s", "How long evaluating some customers and recording their changes took.");
    }

    public void Changed(int count, string cause) => changes.Add(count, new KeyValuePair<string, object?>("cause", cause));

    public void Evaluated(int count, TimeSpan elapsed)
    {
        evaluations.Add(count);
        duration.Record(elapsed.TotalSeconds);
    }

    public void Timers(int count) => timers.Add(count);
}
