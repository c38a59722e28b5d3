using System.Globalization;

namespace Tessera.Benchmarks.Ingestion;

/// <summary>What a million customers and ten million calls cost a server as a user starts it, with a hundred segments live.</summary>
internal sealed class MillionBenchmark : IBenchmark
{
    private const int Customers = 1_000_000;
    private const long Bodies = 100_000;

    public string Name => "million";

    public string Question => "What do a million customers with ten million calls cost: memory, files, a profile read, starting again?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("tessera-bench-").FullName;
        try
        {
            List<BenchmarkResult> results = [];
            await LiveLoad.OnServerAsync(context, folder, (process, live) => MeasureAsync(context, folder, process, live, results, cancellation), cancellation);
            await MeasureRestartAsync(context, folder, results, cancellation);
            return new BenchmarkReport(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A server as ./tessera serve starts it, and its engine, with the hundred segments of the benchmark live: {Customers:#,0} customers and {Bodies * ProductCalls.Calls:#,0} calls, sent by the same machine."),
                results);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(
        BenchmarkContext context, string folder, TesseraProcess process, LiveLoad live, List<BenchmarkResult> results, CancellationToken cancellation)
    {
        await process.IsQuietAsync(cancellation);
        var (serverBytes, engineBytes) = process.ResidentBytes();
        var (liveFile, stateFile) = Files(folder);
        context.Say($"{Bodies * ProductCalls.Calls} calls of {Customers} customers");
        await live.SendUntilStoredAsync(new ProductCalls("many", Customers), Bodies, cancellation);
        await process.IsQuietAsync(cancellation);
        var (serverNow, engineNow) = process.ResidentBytes();
        var (liveNow, stateNow) = Files(folder);
        results.Add(new("memory of the server per million customers", Mebibytes(serverNow - serverBytes), "MB", Detail: string.Create(
            CultureInfo.InvariantCulture,
            $"from {Mebibytes(serverBytes):#,0} to {Mebibytes(serverNow):#,0} MB; the engine from {Mebibytes(engineBytes):#,0} to {Mebibytes(engineNow):#,0} MB")));
        results.Add(new("files of the server per million customers", Mebibytes(liveNow - liveFile + stateNow - stateFile), "MB", Detail: string.Create(
            CultureInfo.InvariantCulture, $"live.db {Mebibytes(liveNow - liveFile):#,0} MB, state.db {Mebibytes(stateNow - stateFile):#,0} MB")));
        results.AddRange(await live.ReadsAsync(Customers, cancellation));
    }

    private static async Task MeasureRestartAsync(BenchmarkContext context, string folder, List<BenchmarkResult> results, CancellationToken cancellation)
    {
        context.Say("starting again");
        var seconds = 0.0;
        TesseraProcess? process = null;
        try
        {
            seconds = await BenchmarkContext.TimeAsync(async () =>
            {
                process = TesseraProcess.Start(context.Root, folder, "serve");
                await process.AnswersAsync(cancellation);
            });
        }
        finally
        {
            await (process?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        results.Add(new("started again, until it is ready", seconds, "s", 15));
    }

    private static double Mebibytes(long bytes) => bytes / 1048576.0;

    private static (long Live, long State) Files(string folder) => (Of(folder, "live.db*"), Of(folder, "state.db*"));

    private static long Of(string folder, string pattern) => new DirectoryInfo(folder).EnumerateFiles(pattern, SearchOption.AllDirectories).Sum(file => file.Length);
}
