using System.Diagnostics;
using System.Globalization;
using Tessera.Segments.Checking;
using Tessera.Segments.Completion;
using Tessera.Segments.Tests.Support;
using Xunit.Abstractions;

namespace Tessera.Segments.Tests.Completion;

public sealed class SegmentCompleterTests(ITestOutputHelper output)
{
    private static readonly Catalogue Known = new(
        1000,
        [
            new EventFacts("Export File", 900, [new ValueFacts("format", ValueTypes.Text, 900, [new ValueFrequency("svg", 500), new ValueFrequency("png", 400)], IsComplete: true), new ValueFacts("pages", ValueTypes.Number, 900, [new ValueFrequency("2", 10), new ValueFrequency("7", 5)])]),
            new EventFacts("Login", 5000, [new ValueFacts("app version", ValueTypes.Text, 3, [new ValueFrequency("2.4.0", 3)])]),
        ],
        [
            new ValueFacts("plan", ValueTypes.Text, 1000, [new ValueFrequency("free", 700), new ValueFrequency("pro \"max\"", 300)], IsComplete: true),
            new ValueFacts("seats", ValueTypes.Number, 500, [new ValueFrequency("5", 10), new ValueFrequency("10", 5)]),
            new ValueFacts("company.plan", ValueTypes.Text, 90, []),
            new ValueFacts("count", ValueTypes.Number, 1, []),
        ]);

    private readonly SegmentCompleter completer = new(Known, new Keys(), new DateOnly(2026, 3, 14));

    [Theory]
    [InlineData("|", "plan", "seats", "did", "not", "(", "in segment", "count of", "trait \"count\"")]
    [InlineData("pl|", "plan", "company.plan")]
    [InlineData("plan |", "is", "contains", "starts with", "has been", "=", ">=")]
    [InlineData("plan is |", "\"free\"", "\"pro \\\"max\\\"\"", "not", "one of", "set", "true", "between", "within the last")]
    [InlineData("plan is fr|", "\"free\"")]
    [InlineData("plan is \"pr|", "\"pro \\\"max\\\"\"")]
    [InlineData("plan is one of (\"free\"|", " ,", " )")]
    [InlineData("seats >= |", "5", "10", "version")]
    [InlineData("seats is between 7 and |", "10")]
    [InlineData("company.|", "company.plan")]
    [InlineData("did |", "\"Login\"", "\"Export File\"", "any event", "not do")]
    [InlineData("did \"Ex|", "\"Export File\"")]
    [InlineData("did \"Export File\" |", "where", "at least", "on", "once", "in the last", "since", "then", "and", "or")]
    [InlineData("did \"Export File\" at |", "least", "most")]
    [InlineData("did \"Export File\" where |", "format", "pages")]
    [InlineData("did \"Export File\" where format is |", "\"svg\"", "\"png\"")]
    [InlineData("did \"Export File\" where format is \"svg\" and |", "pages", "not")]
    [InlineData("did \"Export File\" at least 3 |", "times")]
    [InlineData("did \"Export File\" at least 3 times |", "per", "in the last", "between")]
    [InlineData("did \"Export File\" at least 3 times in the |", "last", "first", "current", "previous")]
    [InlineData("did \"Export File\" in the last |", "7 days", "30 days")]
    [InlineData("did \"Export File\" in the last 3|", "3 days", "3 weeks", "30 days")]
    [InlineData("did \"Export File\" in the last 3 |", "days", "hours", "weeks")]
    [InlineData("did \"Export File\" since |", "2026-03-14", "2026-01-01")]
    [InlineData("did \"Login\" then \"Export File\" |", "within", "then", "with the same", "without", "in the last")]
    [InlineData("did \"Login\" then \"Export File\" with the same |", "app version")]
    [InlineData("sum of |", "pages", "format")]
    [InlineData("last of format of \"Export File\" is |", "\"svg\"")]
    [InlineData("count of \"Login\" in the last 7 days |", ">=", "fell by at least", "is between")]
    [InlineData("in segment |", "\"vip\"", "\"big-spenders\"")]
    [InlineData("in random |", "10%")]
    [InlineData("at least 2 of (plan is \"free\", |", "plan", "did")]
    [InlineData("(plan is \"free\"|", " and", " )")]
    [InlineData("score.churn is in the |", "top", "bottom")]
    public void Complete_AtAPlace_OffersWhatMayStandThere(string marked, params string[] expected)
    {
        var offered = Offered(marked);

        foreach (var text in expected)
        {
            // A path is written as it must be.
            offered.ShouldContain(text is "app version" ? "property \"app version\"" : text, StringComparer.Ordinal, marked);
        }
    }

    [Theory]
    [InlineData("did \"Export File\" in the last 3 |", "and", "plan")]
    [InlineData("(plan is \"free\" |", "times", "in the last")]
    [InlineData("plan is \"free\" and |", "and", "or", "in the last")]
    [InlineData("did \"Export File\" where (format is \"svg\" |", "at least", "in the last")]
    [InlineData("# plan is |", "\"free\"")]
    public void Complete_AtAPlace_OffersNothingElse(string marked, params string[] forbidden) =>
        Offered(marked).Intersect(forbidden, StringComparer.Ordinal).ShouldBeEmpty(marked);

    [Theory]
    [InlineData("did \"Exp|ort Flie\" at least 3 times", 4, 17)]
    [InlineData("did \"Exp| where format is \"svg\"", 4, 8)]
    [InlineData("plan is \"free\" and se|ats >= 5", 19, 24)]
    [InlineData("plan is |", 8, 8)]
    public void Complete_InTheMiddle_ReplacesWhatIsBegun(string marked, int from, int to)
    {
        var list = completer.Complete(marked.Replace("|", string.Empty, StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal));

        (list.From, list.To).ShouldBe((from, to));
        list.Items.ShouldNotBeEmpty();
    }

    [Fact]
    public void Complete_BestFirst_IsWhatIsSeenMost() => Offered("did |").Take(2).ShouldBe(["\"Login\"", "\"Export File\""]);

    /// <summary>Whatever definition is being written, and wherever: an item put in leads to a text whose error, if any, comes behind it.</summary>
    [Fact]
    public void Complete_OfAnyBeginning_OffersWhatCanGoOn()
    {
        var (offered, places) = (0L, 0);
        for (var seed = 1; seed <= 600; seed++)
        {
            var random = new Random(seed);
            var whole = new TreeGenerator(random).Segment(seed % 4).ToString();
            for (var index = 0; index < 4; index++)
            {
                var place = random.Next(whole.Length + 1);
                var list = completer.Complete(whole[..place], place);
                places++;
                list.To.ShouldBe(place);
                list.Items.Count.ShouldBeLessThanOrEqualTo(50);
                foreach (var item in list.Items)
                {
                    offered++;
                    var text = whole[..list.From] + item.Text;
                    Segment.Parse(text).Diagnostics
                        .Where(problem => problem.Span.Offset < text.Length && problem.Message != "This bracket is never closed.")
                        .ShouldBeEmpty($"{whole[..place]}\n+ {item.Text}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{offered:#,0} items at {places:#,0} places."));
        offered.ShouldBeGreaterThan(places * 2);
    }

    [Fact]
    public void Complete_OfAnyText_DoesNotThrow()
    {
        string[] pieces = ["did ", "\"", "\"Login\" ", "where ", "(", ")", ",", " and ", "then ", ".", "3", " days", "#", "\n", "plan ", "is ", "%", "\ud83d", "–", "at least ", "in ", "“", "\\", "of ", "trait ", "between 1 and "];
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var list = completer.Complete(text, random.Next(-2, text.Length + 3));
            (list.From <= list.To && list.To <= text.Length).ShouldBeTrue(text);
        }
    }

    [Fact]
    public void Complete_OfALongText_TakesMilliseconds()
    {
        var text = string.Join(" and ", Enumerable.Repeat("did \"Export File\" where format is \"svg\" at least 3 times in the last 14 days", 130)) + " and pl";
        text.Length.ShouldBeGreaterThan(10_000);
        completer.Complete(text, text.Length);
        var fastest = Enumerable.Range(0, 10).Select(_ =>
        {
            var begin = Stopwatch.GetTimestamp();
            completer.Complete(text, text.Length).Items.ShouldNotBeEmpty();
            return Stopwatch.GetElapsedTime(begin);
        }).Min();

        output.WriteLine($"{text.Length} characters in {fastest.TotalMilliseconds:0.0} ms");
        fastest.ShouldBeLessThan(TimeSpan.FromMilliseconds(50));
    }

    private IReadOnlyList<string> Offered(string marked) =>
        [.. completer.Complete(marked.Replace("|", string.Empty, StringComparison.Ordinal), marked.IndexOf('|', StringComparison.Ordinal)).Items.Select(item => item.Text)];

    private sealed class Keys : ISegmentResolver
    {
        IEnumerable<string> ISegmentResolver.Keys => ["vip", "big-spenders"];

        public bool Exists(string key) => true;

        public Segment? Find(string key) => null;
    }
}
