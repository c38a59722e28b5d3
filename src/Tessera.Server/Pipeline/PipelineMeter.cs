using System.Diagnostics.Metrics;
using Tessera.Server.Hosting.Metrics;
using Tessera.Server.Pipeline.Health;
using Tessera.Server.Pipeline.Store;

namespace Tessera.Server.Pipeline;

/// <summary>What the pipeline is measured by.</summary>
internal sealed class PipelineMeter
{
    private static readonly long[] RowBounds = [1, 10, 100, 1_000, 5_000, 10_000, 20_000, 50_000, 100_000];

    private readonly Counter<long> stored;
    private readonly Counter<long> failures;
    private readonly Counter<long> batches;
    private readonly Histogram<double> duration;
    private readonly Histogram<double> age;

    private readonly Histogram<long> rows;
    private readonly PipelineFigures figures;

    public PipelineMeter(IMeterFactory factory, PipelineFigures figures)
    {
        this.figures = figures;
        var meter = factory.Create(ServerMeter.Name);
        stored = meter.CreateCounter<long>("tessera.pipeline.calls", description: "Calls that went through the pipeline: stored, duplicate (sent before, left out) or rejected.");
        batches = meter.CreateCounter<long>("tessera.pipeline.batches", description: "Batches stored in the engine.");
        rows = meter.CreateHistogram(
            "tessera.pipeline.batch.rows", description: "Calls in a batch that was stored.", advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = RowBounds });
        failures = meter.CreateCounter<long>("tessera.pipeline.failures", description: "Steps of the pipeline that failed and were tried again.");
        duration = meter.CreateHistogram<double>("tessera.pipeline.store.duration", "s", "How long storing a batch in the engine took.");
        age = meter.CreateHistogram<double>("tessera.pipeline.age", "s", "From when the oldest call of a batch was received until the batch was stored.");
        Meter = meter;
    }

    private Meter Meter { get; }

    /// <summary>Shows how many records wait in the log.</summary>
    public void ShowLag(Func<long> lag) =>
        Meter.CreateObservableGauge("tessera.pipeline.lag", lag, description: "Records in the event log that are not stored yet.");

    /// <summary>A batch was read, and it is known whose its calls are.</summary>
    public void Resolved(StoreBatch batch)
    {
        figures.Duplicate.Add(batch.Duplicates);
        figures.Resolved.Add(batch.Calls.Count(call => call.NodeId != Guid.Empty));
    }

    public void Stored(StoreBatch batch, TimeSpan elapsed, DateTimeOffset now)
    {
        Count("stored", batch.Calls.Count);
        Count("duplicate", batch.Duplicates);
        Count("rejected", batch.Rejected.Count);
        batches.Add(1);
        rows.Record(batch.Calls.Count);
        figures.Rows.Add(batch.Calls.Count);
        figures.Stored.Add(batch.Calls.Count);
        duration.Record(elapsed.TotalSeconds);
        if (batch.Calls.Count > 0)
        {
            age.Record(Math.Max(0, (now - batch.Calls[0].Call.ReceivedAt).TotalSeconds));
        }
    }

    public void Failed() => failures.Add(1);

    private void Count(string state, int count)
    {
        if (count > 0)
        {
            stored.Add(count, new KeyValuePair<string, object?>("state", state));
        }
    }
}
