namespace Tessera.Server.Hosting.Metrics;

/// <summary>How Prometheus reads a metric.</summary>
internal enum MetricKind
{
    /// <summary>Only ever grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Counts of measurements up to each bound.</summary>
    Histogram,
}
