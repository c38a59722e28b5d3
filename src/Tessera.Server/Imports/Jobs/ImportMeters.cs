using System.Collections.Concurrent;

namespace Tessera.Server.Imports.Jobs;

/// <summary>The meters of the imports that are being read at the moment.</summary>
internal sealed class ImportMeters
{
    private readonly ConcurrentDictionary<Guid, ImportMeter> running = new();

    /// <summary>A fresh meter for an import.</summary>
    public ImportMeter Start(Guid import) => running[import] = new ImportMeter();

    /// <summary>Forgets an import's meter: its counts are in its record now.</summary>
    public void Stop(Guid import) => running.TryRemove(import, out _);

    /// <summary>The record with what is known at this moment.</summary>
    public ImportRecord UpToDate(ImportRecord import) =>
        running.TryGetValue(import.Id, out var meter) ? import with { Progress = meter.Snapshot() } : import;
}
