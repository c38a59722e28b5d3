using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using CsvHelper;

namespace Tessera.Benchmarks.Imports;

/// <summary>A real order file from upload to queryable order lines, against CsvHelper reading the same file into typed records.</summary>
internal sealed class ImportBenchmark : IBenchmark
{
    private const string DataSet = "online_retail_2010_2011.csv.gz";
    private const int Rounds = 5;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    public string Name => "import";

    public string Question => "What does importing an order file cost end to end, against only reading and parsing it with CsvHelper?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var file = context.DataSet(DataSet);
        var data = Directory.CreateTempSubdirectory("tessera-bench-").FullName;
        try
        {
            await using var server = TesseraProcess.Start(context.Root, data, "serve");
            await server.AnswersAsync(cancellation);

            var round = 0;
            var lines = 0;
            var (import, parse) = await context.CompareAsync(
                Rounds,
                () => ImportAsync(server, string.Create(CultureInfo.InvariantCulture, $"shop-{round++}"), file, cancellation),
                () =>
                {
                    lines = Parse(file);
                    return Task.CompletedTask;
                },
                settle: () => server.IsQuietAsync(cancellation));
            return new BenchmarkReport(
                string.Create(CultureInfo.InvariantCulture, $"UCI Online Retail, {lines:N0} lines, gzip. The import runs from the upload to the state `done`: spooled, hashed, recognised, classified, staged, published exactly once, customers derived and scored, by server and engine; each round into an empty workspace, once the months of the round before are computed. CsvHelper reads the same gzip into typed records, in one process, and keeps nothing."),
                [
                    new BenchmarkResult("import end to end, against CsvHelper alone", import.RatioTo(parse), "×", 2, $"{import} against {parse}"),
                    new BenchmarkResult("lines imported", lines / import.Median, "lines/s"),
                ]);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task ImportAsync(TesseraProcess server, string workspace, string file, CancellationToken cancellation)
    {
        using var client = await server.ClientAsync("default", cancellation);
        using var created = await client.PostAsJsonAsync("api/workspaces", new { key = workspace, name = workspace }, cancellation);
        created.EnsureSuccessStatusCode();

        using var shop = await server.ClientAsync(workspace, cancellation);
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent("orders"), "kind");
        content.Add(new StreamContent(File.OpenRead(file)), "file", Path.GetFileName(file));
        using var accepted = await shop.PostAsync(new Uri("api/imports", UriKind.Relative), content, cancellation);
        accepted.EnsureSuccessStatusCode();
        var id = (await accepted.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("id").GetString();

        while (true)
        {
            var import = await shop.GetFromJsonAsync<JsonElement>($"api/imports/{id}", cancellation);
            switch (import.GetProperty("state").GetString())
            {
                case "done":
                    return;
                case "failed" or "needs-answer":
                    throw new InvalidOperationException($"The import did not finish: {import}");
                default:
                    await Task.Delay(PollInterval, TimeProvider.System, cancellation);
                    break;
            }
        }
    }

    private static int Parse(string file)
    {
        using var bytes = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions { HasHeader = true }, leaveOpen: false);
        var lines = 0;
        var total = 0m;
        while (csv.Read())
        {
            var line = new RetailLine(
                csv.GetString(0),
                csv.GetString(1),
                csv.GetString(2),
                csv.Parse<int>(3, CultureInfo.InvariantCulture),
                csv.Parse<DateTime>(4, CultureInfo.InvariantCulture),
                csv.Parse<decimal>(5, CultureInfo.InvariantCulture),
                csv.GetString(6),
                csv.GetString(7));
            lines++;
            total += line.Quantity * line.UnitPrice;
        }

        return total > 0 ? lines : throw new InvalidOperationException($"{file} adds up to nothing: it is not the file this benchmark is about.");
    }

    private sealed record RetailLine(
        string InvoiceNo, string StockCode, string Description, int Quantity, DateTime InvoiceDate, decimal UnitPrice, string CustomerId, string Country);
}
