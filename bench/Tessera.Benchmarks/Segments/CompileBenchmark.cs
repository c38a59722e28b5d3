using System.Diagnostics;
using System.Globalization;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Live;
using Tessera.Segments.Sql;

namespace Tessera.Benchmarks.Segments;

/// <summary>What it takes from the text of a definition of two hundred conditions to something that can be run.</summary>
internal sealed class CompileBenchmark : IBenchmark
{
    private const int Conditions = 200;
    private const int Rounds = 200;

    public string Name => "segments-compile";

    public string Question => "How long does it take to read, check and compile a definition of two hundred conditions?";

    public Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var text = Text();
        var others = new NoOthers();
        var checker = new SegmentChecker(new Catalogue(0, [], []), others);
        var parsed = Segment.Parse(text);
        var definitions = new Dictionary<string, Segment>(StringComparer.Ordinal) { ["all"] = parsed.Segment ?? throw new InvalidOperationException(parsed.Diagnostics[0].Message) };
        var question = new SqlQuestion("default", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc);

        var parse = Fastest(() => Segment.Parse(text));
        var check = Fastest(() => checker.Check(parsed));
        var sql = Fastest(() => SegmentSql.Compile(definitions, others, question));
        var live = Fastest(() => LiveSegments.Compile(definitions, others, TimeZoneInfo.Utc));
        var all = Fastest(() =>
        {
            var read = Segment.Parse(text);
            checker.Check(read);
            SegmentSql.Compile(new Dictionary<string, Segment>(StringComparer.Ordinal) { ["all"] = read.Segment! }, others, question);
        });
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{all:0.00} ms"));
        return Task.FromResult(new BenchmarkReport(
            string.Create(CultureInfo.InvariantCulture, $"A definition of {Conditions} conditions of every kind, no two alike, {text.Length:#,0} characters; the fastest of {Rounds} runs, after as many uncounted ones, one thread."),
            [
                new("read, checked and compiled to SQL", all, "ms", 5),
                new("read", parse, "ms"),
                new("checked", check, "ms"),
                new("compiled to SQL", sql, "ms"),
                new("made ready to be evaluated call by call", live, "ms", 5),
                new("read, for each kilobyte of text", parse / (text.Length / 1024.0), "ms"),
            ]));
    }

    // The conditions of the live benchmark, and again with other periods and quantities.
    private static string Text()
    {
        using var stream = typeof(CompileBenchmark).Assembly.GetManifestResourceStream("Tessera.Benchmarks.Segments.live.segments")!;
        using var reader = new StreamReader(stream);
        var conditions = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(line => Segment.Parse(line).Segment!.Definition switch { All all => all.Items, Any any => any.Items, var one => [one] })
            .Where(condition => condition is not (InSegment or EnteredSegment or LeftSegment or HasBeenInSegment))
            .Select(condition => condition.ToString())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var again = Enumerable.Range(1, 4).SelectMany(digit => conditions.Select(condition => condition
            .Replace(" in the last ", string.Create(CultureInfo.InvariantCulture, $" in the last {digit}"), StringComparison.Ordinal)
            .Replace(" at least ", digit % 2 == 0 ? " at least " : " more than ", StringComparison.Ordinal)));
        var all = conditions.Concat(again).Distinct(StringComparer.Ordinal).Where(condition => Segment.Parse(condition).Segment is not null).Take(Conditions).ToList();
        return all.Count == Conditions
            ? string.Join("\nand ", all.Select(condition => $"({condition})"))
            : throw new InvalidOperationException($"There are {all.Count} different conditions, not {Conditions}.");
    }

    private static double Fastest(Action action)
    {
        for (var round = 0; round < Rounds; round++)
        {
            action();
        }

        return Enumerable.Range(0, Rounds).Select(_ =>
        {
            var begin = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }).Min();
    }

    private sealed class NoOthers : ISegmentResolver
    {
        public IEnumerable<string> Keys => [];

        public bool Exists(string key) => false;

        public Segment? Find(string key) => null;
    }
}
