using System.Diagnostics.Metrics;
using Tessera.Server.Hosting.Metrics;

namespace Tessera.Server.Ingestion.Log;

/// <summary>What the log is measured by.</summary>
internal sealed class LogMeter
{
    private readonly Counter<long> records;
    private readonly Counter<long> bytes;
    private readonly Counter<long> commits;
    private readonly Histogram<double> duration;

    public LogMeter(IMeterFactory factory)
    {
        var meter = factory.Create(ServerMeter.Name);
        records = meter.CreateCounter<long>("tessera.log.records", description: "Records made durable in the event log.");
        bytes = meter.CreateCounter<long>("tessera.log.appended", "By", "Bytes made durable in the event log.");
        commits = meter.CreateCounter<long>("tessera.log.commits", description: "Group commits of the event log.");
        duration = meter.CreateHistogram<double>("tessera.log.commit.duration", "s", "How long a group commit of the event log took.");
    }

    public void Committed(long recordCount, long byteCount, TimeSpan elapsed)
    {
        records.Add(recordCount);
        bytes.Add(byteCount);
        commits.Add(1);
        duration.Record(elapsed.TotalSeconds);
    }
}
