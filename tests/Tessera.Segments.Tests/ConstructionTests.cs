using System.Reflection;
using Tessera.Segments.Tests.Support;

namespace Tessera.Segments.Tests;

/// <summary>No tree that exists can mean nothing: constructors refuse what the parser reports.</summary>
public sealed class ConstructionTests
{
    private static readonly EventSelector Login = new(new EventName("Login"));
    private static readonly Duration Day = new(1, DurationUnit.Days);

    [Fact]
    public void Constructor_OfWhatMeansNothing_Throws()
    {
        Action[] attempts =
        [
            () => _ = new All(new InSegment(new SegmentKey("a"))),
            () => _ = new Any(),
            () => _ = new AtLeastOf(1, []),
            () => _ = new AtLeastOf(-1, [new InSegment(new SegmentKey("a"))]),
            () => _ = new ValuePath(),
            () => _ = new TextIsOneOf([]),
            () => _ = new Includes([]),
            () => _ = new TextMatches("("),
            () => _ = new NumberCompares(Comparison.Equal, double.NaN),
            () => _ = new NumberIsBetween(2, 1),
            () => _ = new HasAnniversaryWithinNext(new Duration(1, DurationUnit.Hours)),
            () => _ = new Percentage(0),
            () => _ = new InRandomShare(new Percentage(101), "salt"),
            () => _ = new InRandomShare(default, "salt"),
            () => _ = new IsInExtremeShare(Extreme.Top, new Percentage(101)),
            () => _ = new Duration(0, DurationUnit.Days),
            () => _ = new Duration(Duration.MaxDays + 1, DurationUnit.Days),
            () => _ = new Duration((Duration.MaxDays / 7) + 1, DurationUnit.Weeks),
            () => _ = new ExactInstant(DateTimeOffset.UnixEpoch.AddTicks(1)),
            () => _ = new CountTest(CountTestKind.AtLeast, -1),
            () => _ = new CountTest(CountTestKind.Between, 1),
            () => _ = CountTest.Between(2, 1),
            () => _ = new BetweenAgo(30, 60, DurationUnit.Days),
            () => _ = new BetweenAgo(30, 30, DurationUnit.Days),
            () => _ = new BetweenInstants(new StartOfDay(new DateOnly(2026, 2, 1)), new StartOfDay(new DateOnly(2026, 1, 1))),
            () => _ = new DidRegularly(Login, Quantity.AtLeastOnce, DurationUnit.Weeks, 1, 0),
            () => _ = new DidRegularly(Login, Quantity.AtLeastOnce, DurationUnit.Weeks, -1, 1),
            () => _ = new DidSequence(Login, []),
            () => _ = new DidSequence(Login, [], new SequenceAbsence(Login, Day), withoutBetween: Login),
            () => _ = new RecencyCondition(Occurrence.Last, Login, new DateIsWithinNext(Day)),
            () => _ = new TraitCondition(new ValuePath("plan"), new IsInExtremeShare(Extreme.Top, new Percentage(10))),
            () => _ = new TraitCondition(new ValuePath("company", "plan"), new HasBeen("pro", Day)),
            () => _ = new PropertyCondition(new ValuePath("a"), new HasBeen("pro", Day)),
            () => _ = new EventSelector(null, new InSegment(new SegmentKey("a"))),
            () => _ = new EventSelector(null, new Not(new Did(Login))),
            () => _ = new CompanyDid(new InSegment(new SegmentKey("a"))),
            () => _ = new MeasureCondition(new CountOf(Login, Ever.Period), new TextIs("a")),
            () => _ = new MeasureCondition(new OccurrenceOf(Occurrence.Last, new ValuePath("a"), Login, Ever.Period), new IsSet()),
            () => _ = new TrendCondition(new CountOf(Login, Ever.Period), Trend.Fell, new Percentage(50)),
            () => _ = new RatioOf(new CountOf(Login, Ever.Period), new MostFrequentOf(new ValuePath("a"), Login, Ever.Period)),
        ];
        foreach (var attempt in attempts)
        {
            Should.Throw<ArgumentException>(attempt).Message.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public void Construct_EveryOne_IsImmutable()
    {
        var changeable =
            from type in Tree.Constructs.Concat([typeof(Segment), typeof(Duration), typeof(Quantity), typeof(EventSelector), typeof(ValuePath), typeof(CountTest)])
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
            select $"{type.Name}.{property.Name}";

        changeable.ShouldBeEmpty();
    }

    [Fact]
    public void Construct_EveryOne_IsSealedAndComparesByValue()
    {
        var different = Tree.Constructs.Where(type => !type.IsSealed || type.GetMethod("<Clone>$") is null).Select(type => type.Name);

        different.ShouldBeEmpty();
    }

    [Fact]
    public void Join_OfItsOwnKind_IsTakenApart()
    {
        var (a, b, c) = (new InSegment(new SegmentKey("a")), new InSegment(new SegmentKey("b")), new InSegment(new SegmentKey("c")));

        new All(new All(a, b), c).ShouldBe(new All(a, b, c));
        new Any(a, new Any(b, c)).ShouldBe(new Any(a, b, c));
        new All(new Any(a, b), c).Items.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(CountTestKind.AtLeast, 2, "001111")]
    [InlineData(CountTestKind.AtMost, 2, "111000")]
    [InlineData(CountTestKind.Exactly, 2, "001000")]
    [InlineData(CountTestKind.MoreThan, 2, "000111")]
    [InlineData(CountTestKind.FewerThan, 2, "110000")]
    [InlineData(CountTestKind.FewerThan, 0, "000000")]
    public void Passes_EachKind_HoldsForTheRightCounts(CountTestKind kind, int bound, string expected)
    {
        var test = new CountTest(kind, bound);

        string.Concat(Enumerable.Range(0, 6).Select(count => test.Passes(count) ? '1' : '0')).ShouldBe(expected);
    }
}
