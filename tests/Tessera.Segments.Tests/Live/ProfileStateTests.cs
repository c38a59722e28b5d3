using System.Text.Json;
using Tessera.Segments.Live;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Sql;

namespace Tessera.Segments.Tests.Live;

/// <summary>What the live evaluator promises beside the right answers: when the next one is due, how little is kept, and what it remembers of its own.</summary>
public sealed class ProfileStateTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private int messages;

    [Fact]
    public void Evaluate_WhenACountWillFall_NamesTheInstant()
    {
        var state = State("did \"Export\" at least 3 times in the last 7 days");
        foreach (var day in new[] { 0, 1, 2, 3 })
        {
            Export(state, Start.AddDays(day));
        }

        // Of the four the second has to leave.
        state.Evaluate(Start.AddDays(3)).NextInstant.ShouldBe(Start.AddDays(8));
        state.Evaluate(Start.AddDays(8)).Changes.ShouldHaveSingleItem().Entered.ShouldBeFalse();
        state.Evaluate(Start.AddDays(8)).NextInstant.ShouldBeNull();
    }

    /// <summary>At 00:01 of 7 November 2010 the clock of St John's was put back to 23:01 of the day before.</summary>
    [Theory]
    [InlineData("did \"Export\" in the current day", true)]
    [InlineData("last of n of \"Export\" in the current day is \"1\"", true)]
    [InlineData("birthday has its anniversary within the next 1 days", true)]
    [InlineData("did \"Export\" in the previous day", false)]
    [InlineData("maximum of n of \"Export\" in the previous day = 1", false)]
    public void Evaluate_WhereTheClockIsPutBackOverMidnight_NamesEachTurnOfTheDay(string definition, bool isOfThatDay)
    {
        var plan = Plan(TimeZoneInfo.FindSystemTimeZoneById("America/St_Johns"), definition);
        var state = new ProfileState(plan, Guid.Parse("00000000-0000-0000-0000-000000000007"));
        var noon = new DateTimeOffset(2010, 11, 6, 15, 0, 0, TimeSpan.Zero);
        state.Apply(new LiveCall(CallType.Identify, noon, "m0", null, JsonDocument.Parse("""{"birthday": "1980-11-06"}""").RootElement));
        Export(state, noon);
        var midnight = new DateTimeOffset(2010, 11, 7, 2, 30, 0, TimeSpan.Zero);

        DateTimeOffset?[] turns = [midnight, midnight.AddMinutes(1), midnight.AddHours(1)];
        var at = noon;
        foreach (var (index, turn) in turns.Index())
        {
            Holds().ShouldBe(index % 2 == 0 == isOfThatDay);
            state.Evaluate(at).NextInstant.ShouldBe(turn);
            at = turn!.Value;
        }

        Holds().ShouldBe(!isOfThatDay);

        bool Holds()
        {
            state.Evaluate(at);
            return state.Memberships.Any();
        }
    }

    [Fact]
    public void Evaluate_WithACallOfTheFuture_NamesItsInstant()
    {
        var state = State("did \"Export\"");
        Export(state, Start.AddDays(2));

        state.Evaluate(Start).NextInstant.ShouldBe(Start.AddDays(2));
        state.Memberships.ShouldBeEmpty();
        state.Evaluate(Start.AddDays(2)).Changes.ShouldHaveSingleItem().ShouldBe(new MembershipChange("s0", Start.AddDays(2), Entered: true));
    }

    [Fact]
    public void Evaluate_BeforeTheLastEvaluation_Throws()
    {
        var state = State("did \"Export\"");
        state.Evaluate(Start);

        Should.Throw<ArgumentOutOfRangeException>(() => state.Evaluate(Start.AddMicroseconds(-1)));
    }

    [Theory]
    [InlineData("did \"Export\"", 80)]
    [InlineData("did \"Export\" at least 3 times in the last 7 days", 90)]
    [InlineData("did \"Export\" on at least 3 days in the last 7 days", 90)]
    [InlineData("sum of n of \"Export\" > 10", 80)]
    [InlineData("maximum of n of \"Export\" in the last 30 days > 10", 90)]
    [InlineData("last of n of \"Export\" > 10", 100)]
    [InlineData("did \"Export\" then \"Order\"", 90)]
    [InlineData("did any event between 60 and 30 days ago", 90)]
    [InlineData("first did \"Export\" within the last 7 days", 80)]
    public void Write_AfterAThousandEvents_IsAsSmallAsWhatDecides(string definition, int most)
    {
        var state = State(definition);
        for (var count = 0; count < 1_000; count++)
        {
            Export(state, Start.AddHours(count));
            state.Evaluate(Start.AddHours(count));
        }

        state.Write().Length.ShouldBeLessThan(most);
    }

    [Fact]
    public void Evaluate_OfSegmentsOnEnteringOthers_RemembersWhatItFoundItself()
    {
        var state = State("did \"Export\" in the last 2 days", "entered segment \"s0\" in the last 7 days", "left segment \"s0\"", "has been in segment \"s0\" for at least 1 day");
        Export(state, Start);

        Changes(0).ShouldBe(["s0 True", "s1 True"]);
        Changes(1).ShouldBe(["s3 True"]);
        Changes(2).ShouldBe(["s0 False", "s2 True", "s3 False"]);
        Changes(7).ShouldBe(["s1 False"]);

        List<string> Changes(int days) => [.. state.Evaluate(Start.AddDays(days)).Changes.Select(change => $"{change.Segment} {change.Entered}").Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("m2", "m1")]
    [InlineData("m1", "m2")]
    public void Evaluate_OfTwoEventsAtOneInstant_OrdersThemByMessageId(string first, string second)
    {
        var state = State("first of id of \"Export\" is \"m1\" and last of id of \"Export\" is \"m2\"");
        foreach (var id in new[] { first, second })
        {
            state.Apply(new LiveCall(CallType.Track, Start, id, "Export", JsonDocument.Parse($$"""{"id": "{{id}}"}""").RootElement));
        }

        state.Evaluate(Start).Changes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Merge_OfStatesOfOtherSegments_Throws() => Should.Throw<ArgumentException>(() => State("did \"Export\"").Merge(State("did \"Export\"")));

    [Fact]
    public void Compile_OfSegmentsThatReferInACircle_NamesThePath() =>
        Should.Throw<ArgumentException>(() => State("in segment \"s1\"", "in segment \"s0\"")).Message.ShouldContain("s0 → s1 → s0");

    [Fact]
    public void Compile_OfAReferenceToNoSegment_Throws() => Should.Throw<ArgumentException>(() => State("in segment \"nowhere\"")).Message.ShouldContain("nowhere");

    [Fact]
    public void Compile_OfEqualConditions_SharesThem()
    {
        var plan = Plan("did \"Export\" at least 3 times in the last 7 days and plan is \"free\"", "not did \"Export\" at least 3 times in the last 7 days", "did \"Export\" at least 5 times in the last 14 days");

        plan.Conditions.Length.ShouldBe(3);
        plan.Tracks.Length.ShouldBe(2);
    }

    private static LiveSegments Plan(params string[] definitions) => Plan(TimeZoneInfo.Utc, definitions);

    private static LiveSegments Plan(TimeZoneInfo zone, params string[] definitions) => LiveSegments.Compile(
        definitions.Index().ToDictionary(entry => $"s{entry.Index}", entry => Segment.Parse(entry.Item).Segment!, StringComparer.Ordinal), new WorldSegments(new World([])), zone);

    private static ProfileState State(params string[] definitions) => new(Plan(definitions), Guid.Parse("00000000-0000-0000-0000-000000000007"));

    private void Export(ProfileState state, DateTimeOffset time) =>
        state.Apply(new LiveCall(CallType.Track, time, $"m{++messages}", "Export", JsonDocument.Parse($$"""{"n": {{messages}}}""").RootElement));
}
