using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Tessera.Server.Hosting.Metrics;

/// <summary>Listens to the instruments of this server, of ASP.NET Core and of the runtime, and keeps their values for Prometheus.</summary>
/// <remarks>Instruments of another server in the same process (tests) are told apart by the factory that made them.</remarks>
internal sealed class MetricsCollector : IDisposable
{
    /// <summary>The runtime offers some fifty instruments; these answer questions that operators ask.</summary>
    private static readonly HashSet<string> RuntimeInstruments = new(StringComparer.Ordinal)
    {
        "dotnet.process.memory.working_set", "dotnet.process.cpu.time", "dotnet.gc.collections", "dotnet.gc.last_collection.heap.size",
        "dotnet.exceptions",
    };

    private readonly ConcurrentDictionary<Instrument, MetricFamily> families = new();
    private readonly MeterListener listener = new();

    public MetricsCollector(IMeterFactory factory)
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (IsWanted(instrument, factory))
            {
                own.EnableMeasurementEvents(instrument, families.GetOrAdd(instrument, static one => new MetricFamily(one)));
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(state, value, tags));
        listener.Start();
    }

    /// <summary>Every metric with its present values, by name.</summary>
    public IReadOnlyList<MetricFamily> Collect()
    {
        listener.RecordObservableInstruments();
        return [.. families.Values.OrderBy(family => family.Name, StringComparer.Ordinal)];
    }

    public void Dispose() => listener.Dispose();

    private static bool IsWanted(Instrument instrument, IMeterFactory factory) => instrument.Meter.Name switch
    {
        "System.Runtime" => RuntimeInstruments.Contains(instrument.Name),
        "Microsoft.AspNetCore.Hosting" or ServerMeter.Name => ReferenceEquals(instrument.Meter.Scope, factory),
        _ => false,
    };

    private static void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        ((MetricFamily)state!).Record(value, tags);
}
