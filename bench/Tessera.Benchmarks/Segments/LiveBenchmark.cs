using System.Diagnostics;
using System.Globalization;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Live;
using Tessera.Simulation;

namespace Tessera.Benchmarks.Segments;

/// <summary>What it costs to keep a hundred segments up to date with every call, and how much is kept of each customer for it.</summary>
internal sealed class LiveBenchmark : IBenchmark
{
    private const int Batch = 10_000;
    private const int Rounds = 3;

    private static readonly SimulationOptions Options = new() { Scenario = Scenario.DesignSaas.Name, Customers = 300, Days = 365 };

    public string Name => "live";

    public string Question => "What does it cost to keep a hundred live segments up to date, call by call, and how much is kept of a customer for it?";

    public Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var plan = LiveSegments.Compile(Definitions(), new NoOthers(), TimeZoneInfo.Utc);
        LiveRun? last = null;
        List<LiveRun> runs = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var run = new LiveRun(plan);
            foreach (var calls in Simulator.Calls(Options, cancellation).Chunk(Batch))
            {
                run.Take(calls);
            }

            context.Say(string.Create(CultureInfo.InvariantCulture, $"round {round}: {run.Calls:#,0} calls, {run.PerCall:0.00} µs each, {run.TimersPerCall:0.00} µs more for timers"));
            last = run;
            if (round > 0)
            {
                runs.Add(run);
            }
        }

        return Task.FromResult(Report(plan, runs, last!));
    }

    private static BenchmarkReport Report(LiveSegments plan, List<LiveRun> runs, LiveRun last)
    {
        var sizes = last.States.Select(state => (double)state.Write().Length).Order().ToList();
        var (write, read) = Storing(plan, last);
        var definitions = Timed(() => LiveSegments.Compile(Definitions(), new NoOthers(), TimeZoneInfo.Utc));
        return new BenchmarkReport(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.Keys.Count} segments of every kind over a simulated year of {Options.Customers} accounts of a design tool: {last.Calls:#,0} calls of {sizes.Count:#,0} profiles, one thread. A call is taken as parsed JSON, applied and evaluated at once at its own time; memberships changed {last.Changes:#,0} times."),
            [
                new("a call applied and evaluated", runs.Min(run => run.PerCall), "µs", 5, Details(runs.Select(run => run.PerCall))),
                new("evaluations by timer, per call", runs.Min(run => run.TimersPerCall), "µs", Detail: string.Create(CultureInfo.InvariantCulture, $"{last.Timers:#,0} of them")),
                new("a call, against parsing its JSON", runs.Min(run => run.PerCall / run.ParsingPerCall), "×", Detail: "by JsonDocument, context included"),
                new("bytes allocated per call", runs[0].AllocatedPerCall, "B"),
                new("state of a profile, mean", sizes.Average(), "bytes", 2048),
                new("state of a profile, median", sizes[sizes.Count / 2], "bytes", 2048),
                new("state of a profile, 95 of 100 below", sizes[sizes.Count * 95 / 100], "bytes", 2048),
                new("state of a profile, greatest", sizes[^1], "bytes"),
                new("a state written", write, "µs"),
                new("a state read", read, "µs"),
                new("a hundred definitions parsed and made ready", definitions / 1000, "ms"),
            ]);
    }

    private static Dictionary<string, Segment> Definitions()
    {
        using var stream = typeof(LiveBenchmark).Assembly.GetManifestResourceStream("Tessera.Benchmarks.Segments.live.segments")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Index()
            .ToDictionary(entry => string.Create(CultureInfo.InvariantCulture, $"segment-{entry.Index + 1}"), entry => Segment.Parse(entry.Item).Segment ?? throw new InvalidOperationException(entry.Item), StringComparer.Ordinal);
    }

    private static (double Write, double Read) Storing(LiveSegments plan, LiveRun run)
    {
        List<byte[]> written = [];
        var write = Timed(() => written = [.. run.States.Select(state => state.Write())]) / run.States.Count;
        var read = Timed(() => written.ForEach(bytes => ProfileState.Read(bytes, plan, _ => null))) / run.States.Count;
        return (write, read);
    }

    // The best of some runs, in microseconds.
    private static double Timed(Action action) => Enumerable.Range(0, 5).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMicroseconds;
    });

    private static string Details(IEnumerable<double> times) => string.Join(", ", times.Select(time => time.ToString("0.00", CultureInfo.InvariantCulture)));

    private sealed class NoOthers : ISegmentResolver
    {
        public IEnumerable<string> Keys => [];

        public bool Exists(string key) => false;

        public Segment? Find(string key) => null;
    }
}
