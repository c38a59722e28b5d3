using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Testing;

namespace Tessera.Server.Tests.Hosting.Metrics;

[Collection(SharedServer.Name)]
public sealed class MetricsEndpointTests(ServerFixture server)
{
    private const string Count = """http_server_request_duration_seconds_count{http_request_method="GET",http_response_status_code="200",http_route="/healthz"}""";

    [Fact]
    public async Task Metrics_CountRequests()
    {
        using var client = server.AdminClient();
        await client.GetStringAsync("/healthz");
        var before = Value(await client.GetStringAsync("/metrics"), Count);
        for (var request = 0; request < 3; request++)
        {
            await client.GetStringAsync("/healthz");
        }

        Value(await client.GetStringAsync("/metrics"), Count).ShouldBe(before + 3);
    }

    [Fact]
    public async Task Metrics_AreWellFormedAndTellOfTheEngine()
    {
        using var client = server.AdminClient();
        using var response = await client.GetAsync("/metrics");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        var text = await response.Content.ReadAsStringAsync();
        var sample = new Regex("""^[a-z_:][a-z0-9_:]*(\{[a-z_][a-z0-9_]*="[^"]*"(,[a-z_][a-z0-9_]*="[^"]*")*\})? -?[0-9.eE+-]+$""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#' && !sample.IsMatch(line)).ShouldBeEmpty();
        Value(text, "tessera_engine_ready").ShouldBe(1);
        Value(text, "tessera_engine_restarts_total").ShouldBe(0);
        Value(text, "tessera_engine_warnings").ShouldBe(0);
        text.ShouldContain("tessera_engine_memory_bytes ");
        Value(text, "dotnet_process_memory_working_set_bytes").ShouldBeGreaterThan(10_000_000);
    }

    [Fact]
    public async Task Histogram_IsCumulative()
    {
        using var client = server.AdminClient();
        await client.GetStringAsync("/healthz");
        var text = await client.GetStringAsync("/metrics");
        var buckets = text.Split('\n')
            .Where(line => line.StartsWith(Count.Replace("_count", "_bucket", StringComparison.Ordinal).TrimEnd('}'), StringComparison.Ordinal))
            .Select(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))
            .ToList();
        buckets.Count.ShouldBe(15);
        buckets.ShouldBe(buckets.Order());
        buckets[^1].ShouldBe(Value(text, Count));
    }

    [Fact]
    public async Task Metrics_OfOurOwn_AreAllDocumented()
    {
        using var client = server.AdminClient();
        var text = await client.GetStringAsync("/metrics");
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "operations", "monitoring.md"));
        var own = text.Split('\n').Where(line => line.StartsWith("# TYPE tessera_", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        own.Count.ShouldBeGreaterThan(25);
        own.Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
        var documented = Regex.Matches(page, "`(?<name>tessera_[a-z_]+)`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value);
        documented.Except(own, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static double Value(string metrics, string series)
    {
        var line = metrics.Split('\n').Single(line => line.StartsWith(series + " ", StringComparison.Ordinal));
        return double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture);
    }
}
