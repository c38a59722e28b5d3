using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Pipeline;

namespace Tessera.Benchmarks.Ingestion;

/// <summary>Durable calls through <c>/v1/batch</c>, against a bare Kestrel endpoint that reads the same bytes and flushes them to the disk.</summary>
internal sealed class IngestBenchmark : IBenchmark
{
    private const int Rounds = 3;

    // For about so long after a start, much of the time goes into compiling what runs often.
    private const int UncountedRounds = 4;
    private const int Connections = 32;
    private const int Requests = 1500;

    public string Name => "ingest";

    public string Question => "How many tracking calls a second are durable, and how many stored, against reading and flushing the same bytes?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("tessera-bench-").FullName;
        try
        {
            var data = Path.Combine(folder, "data");
            await using var server = await TesseraServer.CreateAsync(
                new TesseraServerOptions { DataDirectory = data, Urls = [new Uri("http://127.0.0.1:0")] }, cancellation);
            await server.StartAsync(cancellation);
            await using var bare = new BareEndpoint(Path.Combine(folder, "bare.log"));
            await bare.StartAsync(cancellation);

            var key = (await File.ReadAllTextAsync(Path.Combine(data, "write.key"), cancellation)).Trim();
            var calls = new CallBatches();
            var pipeline = server.Services.GetRequiredService<PipelineService>();
            var (durable, stored, plain) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 1 - UncountedRounds; round <= Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                var acknowledged = await SendAsync(new Uri(server.Address, "/v1/batch"), key, calls, cancellation);
                await StoredAsync(pipeline, cancellation);
                var settled = watch.Elapsed.TotalSeconds;
                var bareSeconds = await SendAsync(bare.Address, key, calls, cancellation);
                if (round > 0)
                {
                    durable.Add(acknowledged);
                    stored.Add(settled);
                    plain.Add(bareSeconds);
                    context.Say(string.Create(CultureInfo.InvariantCulture, $"round {round}: durable {acknowledged:F3} s, stored {settled:F3} s, bare {bareSeconds:F3} s"));
                }
            }

            return Report(new Timing(durable), new Timing(stored), new Timing(plain));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BenchmarkReport Report(Timing durable, Timing stored, Timing bare)
    {
        const double Calls = (double)Requests * CallBatches.Calls;
        return new BenchmarkReport(
            string.Create(CultureInfo.InvariantCulture, $"{Requests:N0} requests of {CallBatches.Calls} calls of {CallBatches.CallBytes} bytes over {Connections} connections, after {UncountedRounds} uncounted rounds; sender, server and bare endpoint share one process and its two cores, and the engine stores while the server takes in. The bare endpoint reads the body, appends it to a file and flushes it to the disk, once for all requests that wait; it looks at nothing and answers nothing."),
            [
                new BenchmarkResult("durable calls per second, against the bare endpoint", bare.Median / durable.Median, "×", 0.5, $"{durable} against {bare}", HigherIsBetter: true),
                new BenchmarkResult("durable calls", Calls / durable.Median, "calls/s"),
                new BenchmarkResult("calls sent, durable and stored in the engine, profiles included", Calls / stored.Median, "calls/s", 50_000, $"{stored}", HigherIsBetter: true),
            ]);
    }

    private static async Task<double> SendAsync(Uri address, string key, CallBatches calls, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = Connections });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        var left = Requests;
        return await BenchmarkContext.TimeAsync(() => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(
            async () =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    using var content = new ByteArrayContent(calls.Next());
                    using var response = await http.PostAsync(address, content, cancellation);
                    response.EnsureSuccessStatusCode();
                }
            },
            cancellation))));
    }

    private static async Task StoredAsync(PipelineService pipeline, CancellationToken cancellation)
    {
        while (pipeline.Lag > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellation);
        }
    }
}
