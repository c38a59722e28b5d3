namespace Tessera.Benchmarks.Startup;

/// <summary>From <c>./tessera demo</c> on a built tree to a page that answers, and what the two processes hold when idle.</summary>
internal sealed class StartupBenchmark : IBenchmark
{
    private const int Rounds = 5;

    // Long enough for the work that a start leaves behind (background merges, the collector) to be over.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    public string Name => "startup";

    public string Question => "How long from `./tessera demo` on a built tree to a page that answers, and how much memory do server and engine hold when idle?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("tessera-bench-").FullName;
        try
        {
            var filled = 0.0;
            var first = await BenchmarkContext.TimeAsync(async () =>
            {
                await using var demo = TesseraProcess.Start(context.Root, data, "demo", "--no-open");
                filled = await BenchmarkContext.TimeAsync(async () =>
                {
                    await demo.AnswersAsync(cancellation);
                    await demo.IsFilledAsync(cancellation);
                });
                context.Say($"first start: both workspaces filled after {filled:F1} s");
            });

            var answers = new List<double>();
            var resident = 0L;
            for (var round = 1; round <= Rounds; round++)
            {
                TesseraProcess? demo = null;
                answers.Add(await BenchmarkContext.TimeAsync(async () =>
                {
                    demo = TesseraProcess.Start(context.Root, data, "demo", "--no-open");
                    await demo.AnswersAsync(cancellation);
                }));
                context.Say($"start {round}: answers after {answers[^1]:F2} s");
                await using (demo)
                {
                    if (round == Rounds)
                    {
                        await Task.Delay(Settling, TimeProvider.System, cancellation);
                        resident = demo!.ResidentBytes();
                    }
                }
            }

            var timing = new Timing(answers);
            return new BenchmarkReport(
                "The root script, the server and the embedded engine as a user starts them, on the two sample workspaces.",
                [
                    new BenchmarkResult("start to a page that answers", timing.Median, "s", 10, timing.ToString()),
                    new BenchmarkResult("resident memory when idle, server and engine", resident / 1e6, "MB", 400, $"{Settling.TotalSeconds:F0} s after a start"),
                    new BenchmarkResult("first start, until both workspaces are simulated, imported and scored", filled, "s", null, $"with stopping: {first:F1} s"),
                ]);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
