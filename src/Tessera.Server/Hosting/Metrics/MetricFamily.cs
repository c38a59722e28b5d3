using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Tessera.Server.Hosting.Metrics;

/// <summary>All series of one instrument.</summary>
internal sealed class MetricFamily
{
    /// <summary>Bounds for durations, in seconds, as OpenTelemetry's conventions advise for HTTP.</summary>
    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>Labels of ASP.NET Core's and the runtime's instruments that say something; the rest only multiply the series. Our own are kept whole.</summary>
    private static readonly HashSet<string> LabelsKept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "dotnet.gc.heap.generation", "gc.heap.generation",
    };

    private readonly ConcurrentDictionary<string, MetricSeries> series = new(StringComparer.Ordinal);
    private readonly bool absolute;
    private readonly bool isOwn;

    public MetricFamily(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        Kind = type.StartsWith("Histogram", StringComparison.Ordinal) ? MetricKind.Histogram
            : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? MetricKind.Counter
            : MetricKind.Gauge;
        absolute = instrument.IsObservable || type.StartsWith("Gauge", StringComparison.Ordinal);
        isOwn = instrument.Meter.Name == ServerMeter.Name;
        Name = NameOf(instrument, Kind);
        Help = instrument.Description ?? instrument.Name;
        Bounds = Kind == MetricKind.Histogram ? AdvisedBounds(instrument) ?? DefaultBounds : [];
    }

    public string Name { get; }

    public string Help { get; }

    public MetricKind Kind { get; }

    public IReadOnlyList<double> Bounds { get; }

    public IEnumerable<MetricSeries> Series => series.Values.OrderBy(one => one.Labels, StringComparer.Ordinal);

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var one = series.GetOrAdd(LabelsOf(tags), static (labels, bounds) => new MetricSeries(labels, bounds), Bounds);
        if (Kind == MetricKind.Histogram)
        {
            one.Observe(value);
        }
        else if (absolute)
        {
            one.Set(value);
        }
        else
        {
            one.Add(value);
        }
    }

    private static string NameOf(Instrument instrument, MetricKind kind)
    {
        var name = instrument.Name.Replace('.', '_').Replace('-', '_');
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return name + (name.EndsWith(unit, StringComparison.Ordinal) ? "" : unit) + (kind == MetricKind.Counter ? "_total" : "");
    }

    private static IReadOnlyList<double>? AdvisedBounds(Instrument instrument) => instrument switch
    {
        Instrument<double> seconds => seconds.Advice?.HistogramBucketBoundaries,
        Instrument<long> counts => counts.Advice?.HistogramBucketBoundaries is { } bounds ? [.. bounds.Select(bound => (double)bound)] : null,
        _ => null,
    };

    private string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            if (isOwn || LabelsKept.Contains(key))
            {
                var escaped = string.Format(CultureInfo.InvariantCulture, "{0}", value)
                    .Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("\"", "\\\"", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal);
                text.Append(text.Length > 0 ? "," : "").Append(key.Replace('.', '_')).Append("=\"").Append(escaped).Append('"');
            }
        }

        return text.ToString();
    }
}
