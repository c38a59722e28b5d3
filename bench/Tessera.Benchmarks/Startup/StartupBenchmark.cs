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
            (long Server, long Engine) afterFilling;
            await using (var demo = TesseraProcess.Start(context.Root, data, "demo", "--no-open"))
            {
                filled = await BenchmarkContext.TimeAsync(() => demo.IsFilledAsync(cancellation));
                context.Say($"first start: both workspaces filled after {filled:F1} s");
                await Task.Delay(Settling, TimeProvider.System, cancellation);
                afterFilling = demo.ResidentBytes();
            }

            var answers = new List<double>();
            (long Server, long Engine) afterStart = default;
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
                        afterStart = demo!.ResidentBytes();
                    }
                }
            }

            var timing = new Timing(answers);
            return new BenchmarkReport(
                "The root script, the server and the embedded engine as a user starts them, on the two sample workspaces. Resident memory is the sum of both "
                + "processes, what they share counted twice.",
                [
                    new BenchmarkResult("start to a page that answers", timing.Median, "s", 10, timing.ToString()),
                    Memory("resident memory when idle, after a start", afterStart),
                    Memory("resident memory when idle, after the first start has filled both workspaces", afterFilling),
                    new BenchmarkResult("first start, until both workspaces are simulated, imported and scored", filled, "s"),
                ]);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static BenchmarkResult Memory(string what, (long Server, long Engine) resident) => new(
        what,
        (resident.Server + resident.Engine) / 1e6,
        "MB",
        400,
        $"server {resident.Server / 1e6:F0} MB, engine {resident.Engine / 1e6:F0} MB; {Settling.TotalSeconds:F0} s after");
}
