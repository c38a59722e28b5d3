using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.ClickHouse;
using Tessera.Engine;

namespace Tessera.Benchmarks.ClickHouse;

/// <summary>A million rows as records, against the same bytes moved by nobody but HTTP.</summary>
internal sealed class TypedRowsBenchmark : IBenchmark
{
    private const int Rows = 1_000_000;
    private const int Rounds = 5;
    private const string Select = "SELECT * FROM events";

    private const string Columns =
        "(id Int32, profile_id UUID, name LowCardinality(String), product String, amount Decimal(18, 4), time DateTime64(6, 'UTC'))";

    public string Name => "typed-rows";

    public string Question => "How much does it cost to read and insert rows as records rather than move their bytes?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("tessera-bench-").FullName;
        try
        {
            return await StartAndMeasureAsync(context, folder, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<BenchmarkReport> StartAndMeasureAsync(BenchmarkContext context, string folder, CancellationToken cancellation)
    {
        await using var engine = new EngineSupervisor(
            new EngineOptions { DataDirectory = folder, Connections = 2 }, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);
        await engine.StartAsync(cancellation);
        using var client = new ClickHouseClient(() => new ClickHouseOptions
        {
            Endpoint = engine.Endpoint.BaseAddress, User = engine.Endpoint.User, Password = engine.Endpoint.Password,
        });
        return await MeasureAsync(context, client, engine.Endpoint, cancellation);
    }

    private static async Task<BenchmarkReport> MeasureAsync(
        BenchmarkContext context, ClickHouseClient client, EngineEndpoint endpoint, CancellationToken cancellation)
    {
        await client.ExecuteAsync(new Statement($"CREATE TABLE events {Columns} ENGINE = MergeTree ORDER BY id"), cancellation);
        await client.ExecuteAsync(new Statement($"CREATE TABLE sink {Columns} ENGINE = Null"), cancellation);
        await client.InsertAsync("events", MakeRows(), cancellationToken: cancellation);
        await client.ExecuteAsync(new Statement("OPTIMIZE TABLE events FINAL"), cancellation);

        context.Say("reading");
        var allocated = GC.GetTotalAllocatedBytes();
        var reads = 0;
        var (typedRead, rawRead) = await context.CompareAsync(
            Rounds,
            async () =>
            {
                reads++;
                await foreach (var _ in client.QueryAsync<Event>(new Statement(Select), cancellation))
                {
                }
            },
            () => CopyAsync(client, cancellation));
        var bytesPerRow = (GC.GetTotalAllocatedBytes() - allocated) / ((double)reads * Rows);

        context.Say("inserting");
        using var http = Connect(endpoint);
        var batches = await BatchesAsync(client, cancellation);
        var (typedInsert, rawInsert) = await context.CompareAsync(
            Rounds,
            () => client.InsertAsync("sink", MakeRows(), cancellationToken: cancellation),
            () => SendAsync(http, batches, cancellation));

        return new BenchmarkReport(
            $"{Rows.ToString("N0", CultureInfo.InvariantCulture)} rows of six columns, 48 bytes each on the wire, between this process and the embedded engine. "
            + "Reading is from a table; inserting goes into a table that keeps nothing, so that the client and not the disk is measured.",
            [
                new BenchmarkResult("reading records, against the raw stream", typedRead.RatioTo(rawRead), "×", 2.0, $"{typedRead} against {rawRead}"),
                new BenchmarkResult("inserting records, against ready-made batches", typedInsert.RatioTo(rawInsert), "×", 2.0, $"{typedInsert} against {rawInsert}"),
                new BenchmarkResult("memory made per row read, of which the record and its text are 128", bytesPerRow, "bytes", 160),
            ]);
    }

    private static async Task CopyAsync(ClickHouseClient client, CancellationToken cancellation)
    {
        await using var stream = await client.StreamAsync(new Statement(Select), "RowBinaryWithNamesAndTypes", cancellation);
        await stream.CopyToAsync(Stream.Null, cancellation);
    }

    private static async Task<List<byte[]>> BatchesAsync(ClickHouseClient client, CancellationToken cancellation)
    {
        List<byte[]> batches = [];
        for (var start = 0; start < Rows; start += InsertOptions.DefaultBatchRows)
        {
            var batch = new Statement("SELECT * FROM events WHERE id >= {start:Int32} AND id < {end:Int32}")
                .With("start", start)
                .With("end", start + InsertOptions.DefaultBatchRows);
            using var bytes = new MemoryStream();
            await using var stream = await client.StreamAsync(batch, "RowBinaryWithNamesAndTypes", cancellation);
            await stream.CopyToAsync(bytes, cancellation);
            batches.Add(bytes.ToArray());
        }

        return batches;
    }

    private static async Task SendAsync(HttpClient http, List<byte[]> batches, CancellationToken cancellation)
    {
        foreach (var batch in batches)
        {
            using var content = new ByteArrayContent(batch);
            using var response = await http.PostAsync(new Uri("/?query=INSERT+INTO+sink+FORMAT+RowBinaryWithNamesAndTypes", UriKind.Relative), content, cancellation);
            response.EnsureSuccessStatusCode();
        }
    }

    private static HttpClient Connect(EngineEndpoint endpoint)
    {
        var http = new HttpClient { BaseAddress = endpoint.BaseAddress };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{endpoint.User}:{endpoint.Password}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        return http;
    }

    private static IEnumerable<Event> MakeRows()
    {
        var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < Rows; i++)
        {
            yield return new Event(i, new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), i % 2 == 0 ? "view" : "buy", "sku-123", 1.25m, start.AddSeconds(i));
        }
    }

    private sealed record Event(int Id, Guid ProfileId, string Name, string Product, decimal Amount, DateTimeOffset Time);
}
