using Tessera.Domain;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Tests.Segments.Rfm;

public sealed class MonthEndTests
{
    private static readonly RfmModel Model = new(WorkspaceKey.Default, "UTC", new RfmOptions());

    private static readonly MonthFingerprint[] Lines =
    [
        new(new DateOnly(2011, 1, 1), 10, 1), new(new DateOnly(2011, 2, 1), 20, 2), new(new DateOnly(2011, 4, 1), 30, 3),
    ];

    [Fact]
    public void Before_NoLines_IsEmpty() => MonthEnd.Before(new DateOnly(2011, 5, 10), 24, [], Model).ShouldBeEmpty();

    [Fact]
    public void Before_LinesWithAGap_HasEveryMonthFromTheFirst() => Dates(new DateOnly(2011, 5, 10), 24)
        .ShouldBe(["2011-02-01", "2011-03-01", "2011-04-01", "2011-05-01"]);

    [Fact]
    public void Before_ReferenceOnAFirst_LeavesItOut() => Dates(new DateOnly(2011, 5, 1), 24).ShouldBe(["2011-02-01", "2011-03-01", "2011-04-01"]);

    [Theory]
    [InlineData("2011-05-10", "2011-04-01,2011-05-01")]
    [InlineData("2011-05-01", "2011-03-01,2011-04-01")]
    public void Before_MoreThanWanted_KeepsTheLast(string reference, string expected) =>
        Dates(DateOnly.ParseExact(reference, "O", null), 2).ShouldBe(expected.Split(','));

    [Fact]
    public void Before_LineAddedInAMonth_ChangesThatMonthsEndAndLaterOnesOnly()
    {
        var before = MonthEnd.Before(new DateOnly(2011, 5, 10), 24, Lines, Model);
        var after = MonthEnd.Before(new DateOnly(2011, 5, 10), 24, [Lines[0], Lines[1] with { Lines = 21, Hash = 7 }, Lines[2]], Model);

        before.Zip(after).Select(pair => pair.First == pair.Second).ShouldBe([true, false, false, false]);
    }

    [Fact]
    public void Before_OptionsDiffer_ChangesEveryMonthUnlessOnlyTheReferenceDateDoes()
    {
        var reference = new DateOnly(2011, 5, 10);
        var plain = MonthEnd.Before(reference, 24, Lines, Model);

        MonthEnd.Before(reference, 24, Lines, Model with { Options = new RfmOptions { ReferenceDate = reference } }).ShouldBe(plain);
        MonthEnd.Before(reference, 24, Lines, Model with { Options = new RfmOptions { WindowDays = 90 } }).Intersect(plain).ShouldBeEmpty();
        MonthEnd.Before(reference, 24, Lines, Model with { TimeZone = "Europe/London" }).Intersect(plain).ShouldBeEmpty();
    }

    private static IEnumerable<string> Dates(DateOnly reference, int most) =>
        MonthEnd.Before(reference, most, Lines, Model).Select(end => end.Date.ToString("O", null));
}
