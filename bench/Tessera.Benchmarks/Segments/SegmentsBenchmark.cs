using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Sql;
using Tessera.Server.Hosting;

namespace Tessera.Benchmarks.Segments;

/// <summary>Fifty segments in one pass, against the same fifty as queries that were written by hand; how cost grows; and previews.</summary>
/// <remarks>The variable TESSERA_BENCH_DATA names a folder in which the made-up customers are kept for the next run.</remarks>
internal sealed class SegmentsBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const int Previews = 9;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    private static readonly SegmentTables Tables = new() { Calls = "segment_calls_of(of_workspace = {workspace})" };

    private static readonly SegmentWorkspace Small = new("small", 50_000, 1_000_000);
    private static readonly SegmentWorkspace Middle = new("middle", 500_000, 10_000_000);
    private static readonly SegmentWorkspace Large = new("large", 1_000_000, 20_000_000);

    private static readonly string[] Tried =
    [
        "did \"Export File\" at least 3 times in the last 14 days",
        "did \"Export File\" where format is \"svg\" and pages >= 2 at least 2 times",
        "plan is \"free\" and sum of revenue of \"Order Completed\" in the last 90 days > 100",
        "did \"Checkout Started\" then \"Order Completed\" within 7 days in the last 90 days",
        "did any event on at least 4 days in the last 30 days and country is one of (\"DE\", \"AT\")",
    ];

    public string Name => "segments";

    public string Question => "What do fifty segments cost in one pass, and how fast is an answer while somebody writes one?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var kept = Environment.GetEnvironmentVariable("TESSERA_BENCH_DATA");
        var folder = string.IsNullOrEmpty(kept) ? Directory.CreateTempSubdirectory("tessera-bench-").FullName : Directory.CreateDirectory(kept).FullName;
        try
        {
            var data = Path.Combine(folder, "data");
            await using var server = await TesseraServer.CreateAsync(new TesseraServerOptions { DataDirectory = data, Urls = [new Uri("http://127.0.0.1:0")] }, cancellation);
            await server.StartAsync(cancellation);
            using var http = new HttpClient { BaseAddress = server.Address, Timeout = Patience };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(data, "admin.token"), cancellation)).Trim());
            var engine = server.Services.GetRequiredService<ClickHouseClient>();
            await Small.FillAsync(context, http, engine, cancellation);
            await CheckAsync(engine, ComparedSegment.All(), Small, cancellation);
            foreach (var workspace in new[] { Middle, Large })
            {
                await workspace.FillAsync(context, http, engine, cancellation);
            }

            return await MeasureAsync(context, http, engine, cancellation);
        }
        finally
        {
            if (string.IsNullOrEmpty(kept))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<BenchmarkReport> MeasureAsync(BenchmarkContext context, HttpClient http, ClickHouseClient engine, CancellationToken cancellation)
    {
        var segments = ComparedSegment.All();
        context.Say("previews at ten million events");
        var first = new List<double>();
        var again = new List<double>();
        foreach (var definition in Tried)
        {
            first.Add(await PreviewAsync(http, Middle, definition, cancellation));
        }

        for (var round = 0; round < Previews; round++)
        {
            foreach (var definition in Tried)
            {
                again.Add(await PreviewAsync(http, Middle, definition, cancellation));
            }
        }

        context.Say("answers by hand and in one pass are the same");
        await CheckAsync(engine, segments, Large, cancellation);
        context.Say("one pass against fifty queries by hand");
        var singles = segments.Select(_ => new List<double>()).ToList();
        var (onePass, byHand) = await context.CompareAsync(
            Rounds,
            () => OnePassAsync(engine, segments, Large, cancellation),
            async () =>
            {
                for (var index = 0; index < segments.Count; index++)
                {
                    singles[index].Add(await BenchmarkContext.TimeAsync(() => ByHandAsync(engine, segments[index], Large, cancellation)));
                }
            });
        var alone = singles.Select(times => new Timing(times.Skip(1)).Median).Order().ToList();
        context.Say("one pass over a twentieth");
        var (small, _) = await context.CompareAsync(Rounds, () => OnePassAsync(engine, segments, Small, cancellation), () => Task.CompletedTask);
        return new BenchmarkReport(
            $"{segments.Count} segments of every kind over {Count(Large.Events)} calls of {Count(Large.Customers)} made-up customers in 400 days, in the embedded engine: counts, days, sums, "
            + "medians, distinct values, first and last, trends, ratios, sequences, traits, and combinations. compared.sql has each with the query by hand; that both give the same number is checked in the same run.",
            [
                new("fifty by hand, one after the other, against one pass", byHand.RatioTo(onePass), "×", 8, $"{byHand} against {onePass}", HigherIsBetter: true),
                new("one pass against the cheapest of the fifty alone", onePass.Median / alone[0], "×", 12, $"the cheapest: {alone[0]:F3} s; the middle one: {alone[alone.Count / 2]:F3} s; the dearest: {alone[^1]:F3} s"),
                new("one pass against the middle one of the fifty alone", onePass.Median / alone[alone.Count / 2], "×"),
                new("twenty times the calls and customers", onePass.RatioTo(small), "×", 20, $"{onePass} against {small}"),
                new("a preview by sample at ten million calls", new Timing(again).Median * 1000, "ms", 300, $"{new Timing(again)} of {Tried.Length} definitions over HTTP, asked before"),
                new("the same, asked for the first time", first.Max() * 1000, "ms", Detail: $"{new Timing(first)}; the first of all also learns the workspace's vocabulary"),
            ]);
    }

    private static async Task CheckAsync(ClickHouseClient engine, IReadOnlyList<ComparedSegment> segments, SegmentWorkspace workspace, CancellationToken cancellation)
    {
        var counts = await OnePassAsync(engine, segments, workspace, cancellation);
        for (var index = 0; index < segments.Count; index++)
        {
            var byHand = await ByHandAsync(engine, segments[index], workspace, cancellation);
            if (byHand != counts[index])
            {
                throw new InvalidOperationException($"{segments[index].Definition}: {counts[index]} in one pass, {byHand} by hand.");
            }
        }
    }

    private static async Task<long[]> OnePassAsync(ClickHouseClient engine, IReadOnlyList<ComparedSegment> segments, SegmentWorkspace workspace, CancellationToken cancellation)
    {
        var compiled = SegmentSql.Compile(
            segments.Select((segment, index) => (segment, index)).ToDictionary(entry => entry.index.ToString("D2", CultureInfo.InvariantCulture), entry => entry.segment.Definition, StringComparer.Ordinal),
            new NoSegments(),
            new SqlQuestion(workspace.Key, SegmentWorkspace.At, TimeZoneInfo.Utc) { Tables = Tables });
        var columns = string.Join(", ", compiled.Columns.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"toInt64(countIf({column.Value} = 1))"));
        var statement = compiled.Parameters.Aggregate(
            new Statement($"SELECT [{columns}] FROM (\n{compiled.Sql}\n)").WithTimeout(Patience), (with, parameter) => with.With(parameter.Name, parameter.Value));
        return await engine.SingleAsync<long[]>(SegmentStatement.Settings.Aggregate(statement, (with, setting) => with.WithSetting(setting.Key, setting.Value)), cancellation);
    }

    private static async Task<long> ByHandAsync(ClickHouseClient engine, ComparedSegment segment, SegmentWorkspace workspace, CancellationToken cancellation) =>
        (long)await engine.SingleAsync<ulong>(new Statement(segment.ByHand).WithTimeout(Patience).With("workspace", workspace.Key).With("at", SegmentWorkspace.At), cancellation);

    private static Task<double> PreviewAsync(HttpClient http, SegmentWorkspace workspace, string definition, CancellationToken cancellation) => BenchmarkContext.TimeAsync(async () =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/segments/preview") { Content = JsonContent.Create(new { definition, at = SegmentWorkspace.At, mode = "sampled" }) };
        request.Headers.Add("Tessera-Workspace", workspace.Key);
        using var response = await http.SendAsync(request, cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(answer.ToString());
        }
    });

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class NoSegments : ISegmentResolver
    {
        public IEnumerable<string> Keys => [];

        public bool Exists(string key) => false;

        public Segment? Find(string key) => null;
    }
}
