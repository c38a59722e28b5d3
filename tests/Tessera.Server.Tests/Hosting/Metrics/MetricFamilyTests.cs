using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting.Metrics;

namespace Tessera.Server.Tests.Hosting.Metrics;

public sealed class MetricFamilyTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MetricsCollector collector;
    private readonly Meter meter;

    public MetricFamilyTests()
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        collector = new MetricsCollector(factory);
        meter = factory.Create(ServerMeter.Name);
    }

    public void Dispose()
    {
        collector.Dispose();
        services.Dispose();
    }

    [Fact]
    public void Series_OfOurOwnInstrument_KeepEveryLabel()
    {
        meter.CreateCounter<long>("tessera.segments.changes").Add(2, new KeyValuePair<string, object?>("cause", "time"));
        PrometheusText.Write(collector.Collect()).ShouldContain("tessera_segments_changes_total{cause=\"time\"} 2\n");
    }

    [Fact]
    public void Histogram_WithAdvice_HasTheBoundsAdvised()
    {
        var rows = meter.CreateHistogram("tessera.rows", advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [10, 1_000] });
        rows.Record(7);
        rows.Record(700);
        var text = PrometheusText.Write(collector.Collect());
        text.ShouldContain("tessera_rows_bucket{le=\"10\"} 1\n");
        text.ShouldContain("tessera_rows_bucket{le=\"1000\"} 2\n");
        text.ShouldContain("tessera_rows_bucket{le=\"+Inf\"} 2\n");
    }
}
