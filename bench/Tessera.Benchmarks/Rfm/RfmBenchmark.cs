using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Rfm;
using Tessera.Simulation;

namespace Tessera.Benchmarks.Rfm;

/// <summary>
/// Everybody's RFM segment, computed by the product, against the one aggregation that anybody would write by hand; and the pages that show it.
/// </summary>
internal sealed class RfmBenchmark : IBenchmark
{
    private const int Customers = 1_000_000;
    private const int Days = 830;
    private const int Rounds = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    // Recency, frequency and monetary value of everybody: what has to be computed in any case.
    private const string ByHand = """
        SELECT profile_id, max(time), uniqExact(order_id), sum(amount)
        FROM order_lines
        WHERE workspace = 'default' AND kind = 'sale' AND profile_id != toUUID('00000000-0000-0000-0000-000000000000')
        GROUP BY profile_id
        """;

    private static readonly WorkspaceKey Workspace = WorkspaceKey.Default;

    public string Name => "rfm";

    public string Question => "How much does it cost to score and name a million customers, compared with adding up their orders?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("tessera-bench-").FullName;
        try
        {
            await using var server = await TesseraServer.CreateAsync(
                new TesseraServerOptions { DataDirectory = Path.Combine(folder, "data"), Urls = [new Uri("http://127.0.0.1:0")] }, cancellation);
            await server.StartAsync(cancellation);
            using var http = new HttpClient { BaseAddress = server.Address };
            http.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(folder, "data", "admin.token"), cancellation)).Trim());
            return await MeasureAsync(context, server.Services, http, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<BenchmarkReport> MeasureAsync(BenchmarkContext context, IServiceProvider services, HttpClient http, CancellationToken cancellation)
    {
        var engine = services.GetRequiredService<ClickHouseClient>();
        var lines = await FillAsync(context, engine, cancellation);
        var orders = await engine.SingleAsync<long>(new Statement("SELECT uniqExact(order_id) FROM order_lines WHERE kind = 'sale'").WithTimeout(Patience), cancellation);

        context.Say("scoring and naming everybody");
        var models = services.GetRequiredService<RfmModelStore>();
        var refresher = services.GetRequiredService<RfmRefresher>();
        var (product, byHand) = await context.CompareAsync(
            Rounds,
            async () =>
            {
                await models.RequestAsync(Workspace, cancellation);
                await refresher.RefreshAsync(Workspace, cancellation);
            },
            async () =>
            {
                await using var nothing = await engine.StreamAsync(new Statement(ByHand).WithTimeout(Patience), "Null", cancellation);
                await nothing.CopyToAsync(Stream.Null, cancellation);
            });

        context.Say("one month of the past");
        var month = await BenchmarkContext.TimeAsync(() => refresher.RefreshOneMonthAsync(Workspace, cancellation));

        context.Say("pages");
        var results = new List<BenchmarkResult>
        {
            new("RFM of everybody by the product, against one aggregation by hand", product.RatioTo(byHand), "×", 1.5, $"{product} against {byHand}"),
            new("a month of the past, against the aggregation by hand", month / byHand.Median, "×", Detail: $"{month:F2} s, the first of them"),
        };
        foreach (var (what, path) in Pages)
        {
            var page = await PageAsync(http, path, cancellation);
            results.Add(new BenchmarkResult(what, page.Median * 1000, "ms", Detail: page.ToString()));
        }

        return new BenchmarkReport(
            $"A simulated shop of {Number(Customers)} customers, {Number(orders)} orders and {Number(lines)} lines in {Days} days, in the embedded engine. The product reads "
            + "the lines, writes everybody's totals, finds the cut-offs, writes everybody's scores and segment, counts the cells and switches to them, durably; "
            + "the aggregation by hand only reads, and its result is thrown away.",
            results);
    }

    private static readonly (string What, string Path)[] Pages =
    [
        ("the list of segments", "/api/segments"),
        ("a page of 50 members", "/api/segments/champions/members?limit=50"),
        ("a page of 50 customers, best first", "/api/profiles?limit=50"),
        ("search of a part of a name or number among all customers", "/api/profiles?limit=50&search=4711"),
        ("a customer by their number", "/api/profiles?identifier=user_id:c4711"),
        ("the overview of all time, by month", "/api/insights/overview"),
    ];

    private static async Task<Timing> PageAsync(HttpClient http, string path, CancellationToken cancellation)
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var seconds = await BenchmarkContext.TimeAsync(async () =>
            {
                using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync(cancellation);
            });
            if (round > 0)
            {
                times.Add(seconds);
            }
        }

        return new Timing(times);
    }

    private static async Task<long> FillAsync(BenchmarkContext context, ClickHouseClient engine, CancellationToken cancellation)
    {
        context.Say("simulating a shop of a million customers (some minutes)");
        var profiles = new Guid[Customers];
        Parallel.For(0, Customers, customer => profiles[customer] = ProfileId.For(Workspace, new Identifier(IdentifierKinds.UserId, SimulatedLine.Name(customer))).Value);
        var options = new SimulationOptions { Scenario = "shop", Customers = Customers, Days = Days, Threads = Environment.ProcessorCount };
        var batches = new InsertOptions { BatchRows = 500_000, BatchBytes = InsertOptions.LargestBatchBytes };
        await engine.InsertAsync("order_lines", SimulatedLine.Of(Workspace, profiles, options), batches, cancellation);
        await engine.InsertAsync(
            "profiles", Enumerable.Range(0, Customers).Select(customer => SimulatedProfile.Of(Workspace, profiles, customer)), batches, cancellation);

        // Merged first, so that no merge runs in the background of one of the two.
        foreach (var table in new[] { "order_lines", "profiles" })
        {
            await engine.ExecuteAsync(new Statement($"OPTIMIZE TABLE {table} FINAL").WithTimeout(Patience), cancellation);
        }

        return await engine.SingleAsync<long>(new Statement("SELECT count() FROM order_lines"), cancellation);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
