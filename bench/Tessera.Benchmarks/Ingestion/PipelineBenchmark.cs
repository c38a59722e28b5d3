using System.Globalization;

namespace Tessera.Benchmarks.Ingestion;

/// <summary>The whole way of a call, in a server as a user starts it: taken in, stored, and live with a hundred segments.</summary>
internal sealed class PipelineBenchmark : IBenchmark
{
    private const int Customers = 20_000;
    private const int WarmBodies = 5_000;
    private const int Bodies = 10_000;
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(30);

    public string Name => "pipeline";

    public string Question => "From a call to a changed membership with a hundred live segments: how many a second, and how soon?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("tessera-bench-").FullName;
        try
        {
            List<BenchmarkResult> results = [];
            await LiveLoad.OnServerAsync(context, folder, (process, live) => MeasureAsync(context, process, live, results, cancellation), cancellation);
            return new BenchmarkReport(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A server as ./tessera serve starts it, and its engine; the load comes from the same machine over 32 connections, {ProductCalls.Calls} calls of 316 bytes "
                    + $"a request, of {Customers:#,0} customers. Live are the hundred segments of the benchmark live, windowed counts and sequences among them."),
                results);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(BenchmarkContext context, TesseraProcess process, LiveLoad live, List<BenchmarkResult> results, CancellationToken cancellation)
    {
        var few = new ProductCalls("few", Customers);
        await live.SendUntilStoredAsync(few, WarmBodies, cancellation);
        var before = process.ProcessorSeconds();
        var (acknowledged, stored) = await live.SendUntilStoredAsync(few, Bodies, cancellation);
        var after = process.ProcessorSeconds();
        const double Calls = (double)Bodies * ProductCalls.Calls;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{Calls:#,0} calls in {stored:0.0} s; acknowledged within {acknowledged:0.0} s");
        results.Add(new("calls sent, processed, stored and live", Calls / stored, "calls/s", 50_000, detail, HigherIsBetter: true));
        detail = string.Create(CultureInfo.InvariantCulture, $"and of the engine {(after.Engine - before.Engine) * 1e6 / Calls:0.0} µs");
        results.Add(new("processor time of the server for a call", (after.Server - before.Server) * 1e6 / Calls, "µs", Detail: detail));
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{results[^1].Value:0.0} µs of the server for a call, {detail}"));

        results.AddRange(await live.LatenciesAsync(few, Calls / stored / 2, cancellation));
        await live.StoredAsync(cancellation);
        await process.IsQuietAsync(cancellation);
        results.AddRange(await live.ReadsAsync(Customers, cancellation));

        await process.IsQuietAsync(cancellation);
        results.AddRange(await IdleAsync(process, cancellation));
    }

    private static async Task<IReadOnlyList<BenchmarkResult>> IdleAsync(TesseraProcess process, CancellationToken cancellation)
    {
        var (server, engine) = process.ProcessorSeconds();
        await Task.Delay(IdleTime, TimeProvider.System, cancellation);
        var (serverAfter, engineAfter) = process.ProcessorSeconds();
        return
        [
            new("processor time of the idle server", 100 * (serverAfter - server) / IdleTime.TotalSeconds, "%", 1, string.Create(
                CultureInfo.InvariantCulture, $"of one processor over {IdleTime.TotalSeconds:0} s, while documents of customers are put together again; the engine beside it {100 * (engineAfter - engine) / IdleTime.TotalSeconds:0.0} %")),
        ];
    }
}
