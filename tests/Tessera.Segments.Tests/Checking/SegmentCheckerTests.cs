using Tessera.Segments.Checking;
using Tessera.Segments.Text;

namespace Tessera.Segments.Tests.Checking;

public sealed class SegmentCheckerTests
{
    private static readonly Catalogue Workspace = new(
        customers: 1_000,
        [
            new EventFacts("Export File", 50_000, [Facts("format", ValueTypes.Text, ["svg", "png"]), Facts("pages", ValueTypes.Number), Facts("products.0.sku", ValueTypes.Text)]),
            new EventFacts("Login", 200_000, []),
        ],
        [
            Facts("plan", ValueTypes.Text, ["free", "pro"]), Facts("seats", ValueTypes.Number | ValueTypes.NumericText), Facts("tags", ValueTypes.List),
            Facts("created_at", ValueTypes.DateText), Facts("company.plan", ValueTypes.Text), Facts("score.churn", ValueTypes.Number), Facts("persona", ValueTypes.Text),
        ]);

    [Theory]
    [InlineData("did \"Export File\" where format is \"svg\" and pages >= 2 and products.12.sku is \"A\"")]
    [InlineData("plan is \"free\" and seats >= 3 and tags includes \"x\" and created_at is before 2026-01-01 and persona is \"x\" and rfm.recency < 3")]
    [InlineData("score.churn is in the top 10% and company.plan is \"x\" and did any event where whatever is \"x\"")]
    [InlineData("sum of pages of \"Export File\" > 5 and in segment \"vip\"")]
    public void Check_KnownNames_FindsNothing(string text) => Check(text).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Check_OfValuesMostlyKnown_PointsOutWhatIsNearlyAFrequentOne()
    {
        var catalogue = new Catalogue(
            100,
            [],
            [
                new ValueFacts("city", ValueTypes.Text, 100, [new ValueFrequency("Berlin", 60), new ValueFrequency("Vienna", 37)]),
                new ValueFacts("note", ValueTypes.Text, 100, [new ValueFrequency("Berlin", 60)]),
                new ValueFacts("rfm.segment", ValueTypes.Text, 0, [new ValueFrequency("champions", 0)], IsComplete: true),
            ]);
        var checker = new SegmentChecker(catalogue, new Segments());

        Suggestion("city is \"Belrin\"").ShouldBe("is \"Berlin\"");
        Suggestion("city is \"Paris\"").ShouldBeNull();
        Suggestion("note is \"Belrin\"").ShouldBeNull();
        Suggestion("rfm.segment is \"champion\"").ShouldBe("is \"champions\"");

        string? Suggestion(string text) => checker.Check(Segment.Parse(text)).Diagnostics.SingleOrDefault()?.Suggestion;
    }

    [Theory]
    [InlineData("did \"Exprot File\"", DiagnosticCodes.UnknownEvent, "\"Exprot File\"", "\"Export File\"")]
    [InlineData("count of \"Logn\" > 3", DiagnosticCodes.UnknownEvent, "\"Logn\"", "\"Login\"")]
    [InlineData("did \"Login\" then \"Exprot File\"", DiagnosticCodes.UnknownEvent, "\"Exprot File\"", "\"Export File\"")]
    [InlineData("did \"Quite Different\"", DiagnosticCodes.UnknownEvent, "\"Quite Different\"", null)]
    [InlineData("did \"Export File\" where fromat is \"svg\"", DiagnosticCodes.UnknownProperty, "fromat", "format")]
    [InlineData("sum of page of \"Export File\" > 3", DiagnosticCodes.UnknownProperty, "page", "pages")]
    [InlineData("pln is \"free\"", DiagnosticCodes.UnknownTrait, "pln", "plan")]
    [InlineData("company.pln is \"free\"", DiagnosticCodes.UnknownTrait, "company.pln", "company.plan")]
    [InlineData("rfm.recencey < 3", DiagnosticCodes.UnknownTrait, "rfm.recencey", "rfm.recency")]
    [InlineData("score.chrun > 0.5", DiagnosticCodes.UnknownTrait, "score.chrun", "score.churn")]
    [InlineData("plan is \"fre\"", DiagnosticCodes.UnknownValue, "is \"fre\"", "is \"free\"")]
    [InlineData("plan is not \"Pro\"", DiagnosticCodes.UnknownValue, "is not \"Pro\"", "is not \"pro\"")]
    [InlineData("did \"Export File\" where format is one of (\"svg\", \"bmp\")", DiagnosticCodes.UnknownValue, "is one of (\"svg\", \"bmp\")", null)]
    [InlineData("plan >= 3", DiagnosticCodes.TypeMismatch, ">= 3", null)]
    [InlineData("plan includes \"x\"", DiagnosticCodes.TypeMismatch, "includes \"x\"", null)]
    [InlineData("plan is before 2026-01-01", DiagnosticCodes.TypeMismatch, "is before 2026-01-01", null)]
    [InlineData("tags is \"x\"", DiagnosticCodes.TypeMismatch, "is \"x\"", null)]
    [InlineData("sum of format of \"Export File\" > 3", DiagnosticCodes.TypeMismatch, null, null)]
    [InlineData("did \"Login\" at least 0 times", DiagnosticCodes.Constant, "did \"Login\" at least 0 times", null)]
    [InlineData("did \"Login\" fewer than 0 times", DiagnosticCodes.Constant, "did \"Login\" fewer than 0 times", null)]
    [InlineData("plan is \"free\" or at least 3 of (in segment \"vip\", did \"Login\")", DiagnosticCodes.Constant, "at least 3 of (in segment \"vip\", did \"Login\")", null)]
    [InlineData("did \"Login\" once per day in at least 8 of the last 7 days", DiagnosticCodes.Constant, "did \"Login\" once per day in at least 8 of the last 7 days", null)]
    [InlineData("did \"Login\" between 2026-01-01 and 2026-01-01", DiagnosticCodes.Constant, "did \"Login\" between 2026-01-01 and 2026-01-01", null)]
    public void Check_WhatIsProbablyNotMeant_Warns(string text, string code, string? at, string? suggestion)
    {
        var result = Check(text);

        var problem = result.Diagnostics.ShouldHaveSingleItem();
        problem.Severity.ShouldBe(DiagnosticSeverity.Warning);
        problem.Code.ShouldBe(code);
        problem.Suggestion.ShouldBe(suggestion);
        text.Substring(problem.Span.Offset, problem.Span.Length).ShouldBe(at ?? text);
        result.IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void Check_TraitAskedOfAnEvent_SaysSo() =>
        Check("did \"Export File\" where format is \"svg\" and plan is \"free\"").Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("brackets");

    [Fact]
    public void Check_UnknownSegment_IsRefused()
    {
        var result = Check("in segment \"vpi\" and plan is \"free\"");

        var problem = result.Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe(DiagnosticCodes.UnknownSegment);
        problem.Suggestion.ShouldBe("\"vip\"");
        result.IsAccepted.ShouldBeFalse();
        result.References.ShouldBe(["vpi"]);
    }

    [Theory]
    [InlineData("a", "in segment \"a\"", "a → a")]
    [InlineData("a", "plan is \"free\" and not in segment \"b\"", "a → b → c → a")]
    [InlineData("c", "in segment \"vip\" or entered segment \"b\"", "c → b → c")]
    public void Check_Cycle_NamesItsPath(string key, string text, string path)
    {
        var result = Check(text, key, ("a", "in segment \"b\""), ("b", "has been in segment \"c\" for at least 1 day"), ("c", "left segment \"a\""));

        var problem = result.Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe(DiagnosticCodes.Cycle);
        problem.Message.ShouldContain(path);
        result.IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public void InOrder_OfReferences_PutsThemFirst()
    {
        var segments = new Segments(("a", "in segment \"b\" and in segment \"c\""), ("b", "in segment \"c\""), ("c", "plan is \"free\""));

        SegmentReferences.InOrder(["a", "c"], segments).ShouldBe(["c", "b", "a"]);
    }

    [Fact]
    public void InOrder_OfALongChain_NeedsNoDeepStack()
    {
        var segments = new Segments([.. Enumerable.Range(0, 20_000).Select(index => ($"s{index}", $"in segment \"s{index + 1}\""))]);

        SegmentReferences.InOrder(["s0"], segments).Count.ShouldBe(20_001);
    }

    [Fact]
    public void Check_Cost_CountsEachEventAndPropertyOnce()
    {
        var cost = Check("did \"Export File\" where format is \"svg\" and (did \"Export File\" where format is \"png\") and plan is \"free\"").Cost;

        cost.ShouldBe(new CostEstimate(Events: 50_000, PropertyValues: 50_000, Traits: 1_000, Conditions: 5, Tests: 100_000));
        Check("did \"Login\" and did any event where a is set").Cost.ShouldBe(new CostEstimate(250_000, 250_000, 0, 3, 450_000));
    }

    [Fact]
    public void Cost_GrowsWithEveryConditionAndStep_AndTooManyAreRefused()
    {
        const string sequence = "did \"Login\" then \"Export File\" then \"Login\" in the last 30 days";
        var few = Check(string.Join(" or ", Enumerable.Repeat(sequence, 10)));
        few.IsAccepted.ShouldBeTrue();
        few.Cost.Conditions.ShouldBe(30);
        few.Cost.Work.ShouldBe(10 * Check(sequence).Cost.Work);
        var many = Check(string.Join(" or ", Enumerable.Repeat(sequence, 334)));
        many.IsAccepted.ShouldBeFalse();
        many.Diagnostics.Single(problem => problem.Severity == DiagnosticSeverity.Error).Message.ShouldContain("1002 conditions");
    }

    [Fact]
    public void Check_Cost_IsAlsoOfTheSegmentsItIsMadeOf()
    {
        (string, string)[] others = [("busy", "did \"Login\" and in segment \"round\""), ("round", "did \"Export File\" or in segment \"busy\"")];

        Check("in segment \"busy\" and in segment \"round\"", null, others).Cost.Events.ShouldBe(250_000);
        new SegmentChecker(Workspace, new Segments(others), maxWork: 100_000).Check(Segment.Parse("not in segment \"busy\"")).Diagnostics.ShouldContain(problem => problem.Code == DiagnosticCodes.TooExpensive);
    }

    [Fact]
    public void Check_Cost_CountsCompaniesAndRanks()
    {
        var own = Check("did \"Login\"").Cost.Work;

        // The companies' events beside the customer's own, and twice all calls, to know who is of which company.
        Check("did \"Login\" and company did \"Login\"").Cost.Events.ShouldBe(200_000 + 200_000 + (2 * 250_000));
        Check("company did \"Login\" in the first 7 days").Cost.Events.ShouldBeGreaterThan(10 * own);
        Check("company.plan is \"free\"").Cost.Events.ShouldBe(2 * 250_000);
        Check("score.churn is in the top 10%").Cost.Work.ShouldBe(Check("score.churn > 0.5").Cost.Work + (20 * 1_000));
        Check("score.churn is in the top 10% or score.churn is in the top 20% or score.churn is in the bottom 5%").Cost.Ranked.ShouldBe(2 * 1_000);
        Check("entered segment \"vip\" in the last 7 days and consents to \"email\"").Cost.Traits.ShouldBe(2 * 1_000);
    }

    [Fact]
    public void Check_FanOutThatIsTooExpensive_IsRefusedBeforeItRuns() =>
        new SegmentChecker(Workspace, new Segments(), maxWork: 1_000_000).Check(Segment.Parse("company did \"Login\" in the first 7 days")).Diagnostics
            .ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.TooExpensive);

    [Fact]
    public void Check_TooExpensive_IsRefusedBeforeItRuns()
    {
        var checker = new SegmentChecker(Workspace, new Segments(), maxWork: 100_000);

        checker.Check(Segment.Parse("did \"Export File\"")).IsAccepted.ShouldBeTrue();
        checker.Check(Segment.Parse("did \"Login\"")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.TooExpensive);
    }

    [Fact]
    public void Check_TextWithErrors_GivesThem() => Check("plan is").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.Expected);

    [Theory]
    [InlineData("did \"Exprot File\" and plan iz \"fre\" and in segment \"vpi\"", "unknown-event at \"Exprot File\", expected at iz, unknown-segment at \"vpi\"")]
    [InlineData("pln is \"free\" and did \"Login\" where (", "unknown-trait at pln, expected at (, expected at ")]
    [InlineData("did \"Export File\" where fromat is \"svg\" and pages >= banana", "unknown-property at fromat, expected at banana")]
    [InlineData("plan is \"free\") or in segment \"vpi\"", "expected at ), unknown-segment at \"vpi\"")]
    [InlineData("pln matches \"(\" and seats is between 9 and 3", "unknown-trait at pln, bad-pattern at \"(\", reversed-range at 9 and 3")]
    [InlineData("did \"Login\" at least -1 times or in segment \"me\"", "negative-quantity at -1, cycle at \"me\"")]
    public void Check_TextWithErrors_GivesAllReasonsAtOnceAndNoneForStandIns(string text, string problems) =>
        string.Join(", ", Check(text, "me").Diagnostics.Select(problem => $"{problem.Code} at {text.Substring(problem.Span.Offset, problem.Span.Length)}")).ShouldBe(problems);

    [Theory]
    [InlineData("persona is \"x\"", DiagnosticCodes.UnknownTrait, "No customer has a persona so far.", "persona")]
    [InlineData("score.value > 3", DiagnosticCodes.UnknownTrait, "No customer has the score value so far.", "score.value")]
    [InlineData("consents to \"email\"", DiagnosticCodes.UnknownConsent, "This workspace has no consents recorded so far, so this holds for nobody.", "consents to \"email\"")]
    public void Check_WhatNothingRecordedSoFar_SaysSo(string text, string code, string message, string at)
    {
        var problem = new SegmentChecker(new Catalogue(10, [], []) { ConsentPurposes = [] }, new Segments()).Check(Segment.Parse(text)).Diagnostics.ShouldHaveSingleItem();
        (problem.Severity, problem.Code, problem.Message).ShouldBe((DiagnosticSeverity.Warning, code, message));
        text.Substring(problem.Span.Offset, problem.Span.Length).ShouldBe(at);
    }

    [Fact]
    public void Check_ConsentToAnotherPurpose_NamesTheNearest()
    {
        var checker = new SegmentChecker(new Catalogue(10, [], []) { ConsentPurposes = ["email", "sms"] }, new Segments());

        checker.Check(Segment.Parse("consents to \"sms\"")).Diagnostics.ShouldBeEmpty();
        checker.Check(Segment.Parse("consents to \"emial\"")).Diagnostics.ShouldHaveSingleItem().Suggestion.ShouldBe("consents to \"email\"");
    }

    [Theory]
    [InlineData("entered segment \"champions\" in the last 7 days")]
    [InlineData("left segment \"champions\"")]
    [InlineData("has been in segment \"champions\" for at least 3 days")]
    public void Check_PastOfASegmentWithoutOne_IsRefused(string text)
    {
        var checker = new SegmentChecker(Workspace, new Segments(("champions", "rfm.segment is \"champions\"")) { WithoutHistory = ["champions"] });

        var problem = checker.Check(Segment.Parse(text)).Diagnostics.ShouldHaveSingleItem();
        (problem.Severity, problem.Code).ShouldBe((DiagnosticSeverity.Error, DiagnosticCodes.NoHistory));
        checker.Check(Segment.Parse("in segment \"champions\"")).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Check_ManyUnknownNames_StaysShort()
    {
        var text = string.Join(" or ", Enumerable.Range(0, 3_000).Select(index => $"did \"Event {index}\""));

        Check(text).Diagnostics.Count.ShouldBe(DiagnosticBag.Limit + 1);
    }

    private static CheckResult Check(string text, string? key = null, params (string, string)[] others) =>
        new SegmentChecker(Workspace, new Segments([("vip", "plan is \"pro\""), .. others])).Check(Segment.Parse(text), key);

    private static ValueFacts Facts(string path, ValueTypes types, params string[] values) =>
        new(path, types, 1_000, new ValueList<ValueFrequency>(values.Select(value => new ValueFrequency(value, 10))), IsComplete: values.Length > 0);

    private sealed class Segments(params (string Key, string Text)[] definitions) : ISegmentResolver
    {
        private readonly Dictionary<string, Segment> segments = definitions.ToDictionary(
            definition => definition.Key, definition => Segment.Parse(definition.Text).Segment!, StringComparer.Ordinal);

        public IReadOnlyList<string> WithoutHistory { get; init; } = [];

        public IEnumerable<string> Keys => segments.Keys;

        public bool KeepsHistory(string key) => !WithoutHistory.Contains(key, StringComparer.Ordinal);

        public bool Exists(string key) => segments.ContainsKey(key);

        public Segment? Find(string key) => segments.GetValueOrDefault(key);
    }
}
