using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Tessera.Domain;
using Tessera.Server.Hosting.Metrics;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>What membership is measured by.</summary>
internal sealed class LiveMeter : ILiveFigures
{
    private readonly Counter<long> changes;
    private readonly Counter<long> evaluations;
    private readonly Counter<long> timers;
    private readonly Histogram<double> duration;
    private readonly RecentValues micros = new();
    private readonly Counter<long> differences;
    private long differed;
    private readonly ConcurrentDictionary<WorkspaceKey, DateTimeOffset> compared = new();
    private readonly TimeProvider time;
    private DateTimeOffset? checkedAt;
    private volatile LiveFigures standing = new(0, null, 0, null, null, null, null, null);

    public LiveMeter(IMeterFactory factory, TimeProvider time)
    {
        var meter = factory.Create(ServerMeter.Name);
        changes = meter.CreateCounter<long>("tessera.segments.changes", description: "Customers who entered or left segments with a call, by time, or by a merge.");
        evaluations = meter.CreateCounter<long>("tessera.segments.evaluations", description: "Customers who were evaluated one by one.");
        timers = meter.CreateCounter<long>("tessera.segments.timers", description: "Customers whose membership might have changed by itself.");
        differences = meter.CreateCounter<long>("tessera.segments.differences", description: "Customers whose live membership was not what the engine finds; each is a defect, and was put right.");
        duration = meter.CreateHistogram(
            "tessera.segments.evaluate.duration",
            "s",
            "How long evaluating some customers and recording their changes took.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1] });
        meter.CreateObservableGauge("tessera.segments.customers", () => standing.CustomersInMemory, description: "Customers whose state is in memory.");
        meter.CreateObservableGauge("tessera.segments.timers.waiting", () => standing.TimersWaiting ?? 0, description: "Customers whose membership may change by itself later.");
        meter.CreateObservableGauge("tessera.segments.timers.due", () => standing.TimersDue ?? 0, description: "Customers whose membership may have changed by itself and who wait to be evaluated.");
        meter.CreateObservableGauge(
            "tessera.segments.compared.age", ComparedAge, "s", "Since when the workspace that waits for it for longest was not compared with what the engine finds.");
        this.time = time;
        Calls = new StageFigure(time);
    }

    public StageFigure Calls { get; }

    public LiveFigures Read() => standing with
    {
        Differences = checkedAt is { } at ? new LiveDifferences(Interlocked.Read(ref differed), at) : null,
        EvaluateMicroseconds = micros.Percentile(0.5) is { } half && micros.Percentile(0.99) is { } most ? new LiveSpread(half, most) : null,
    };

    /// <summary>Shows how much is kept now.</summary>
    public void Show(LiveBook book)
    {
        var (inMemory, segments) = (0L, 0);
        foreach (var live in book.Workspaces)
        {
            inMemory += live.Count;
            segments += live.Plan.Keys.Count;
        }

        standing = standing with { CustomersInMemory = inMemory, Segments = segments, NextTimer = book.Timers.First, TimersDue = book.Timers.Due };
    }

    /// <summary>Shows how much is in the file.</summary>
    public void Count((long Customers, long Timers) kept) => standing = standing with { CustomersWithState = kept.Customers, TimersWaiting = kept.Timers };

    /// <summary>Live membership was found to be wrong.</summary>
    public void Differed(int count)
    {
        differences.Add(count);
        Interlocked.Add(ref differed, count);
    }

    /// <summary>A workspace has segments whose live membership is to be compared, from now on if it had none.</summary>
    public void Followed(WorkspaceKey workspace, DateTimeOffset at) => compared.TryAdd(workspace, at);

    /// <summary>A workspace has none.</summary>
    public void Unfollowed(WorkspaceKey workspace) => compared.TryRemove(workspace, out _);

    /// <summary>Live membership of a workspace was compared with what the engine finds.</summary>
    public void Checked(WorkspaceKey workspace, DateTimeOffset at)
    {
        compared[workspace] = at;
        checkedAt = at;
    }

    public void Changed(int count, string cause) => changes.Add(count, new KeyValuePair<string, object?>("cause", cause));

    public void Evaluated(int count, TimeSpan elapsed)
    {
        evaluations.Add(count);
        duration.Record(elapsed.TotalSeconds);
    }

    /// <summary>Notes how long one customer took.</summary>
    public void EvaluatedOne(TimeSpan elapsed) => micros.Add(elapsed.TotalMicroseconds);

    public void Timers(int count) => timers.Add(count);

    private double ComparedAge()
    {
        var now = time.GetUtcNow();
        return compared.Values.Select(at => Math.Max(0, (now - at).TotalSeconds)).DefaultIfEmpty(0).Max();
    }
}
