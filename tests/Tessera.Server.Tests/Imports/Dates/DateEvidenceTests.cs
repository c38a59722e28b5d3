using System.Text;
using Tessera.Server.Imports.Dates;

namespace Tessera.Server.Tests.Imports.Dates;

public sealed class DateEvidenceTests
{
    [Fact]
    public void Settled_OnlyDaysUpToTwelve_IsNotAnsweredAndBothReadingsAreNamed()
    {
        var evidence = Gather("03/04/2011", "05/06/2011", "12/12/2011");
        evidence.Settled().ShouldBeNull();
        evidence.Candidates().ShouldBe([DateOrder.DayMonthYear, DateOrder.MonthDayYear]);
        evidence.Example.ShouldBe("03/04/2011");
        evidence.Span(DateOrder.DayMonthYear).ShouldBe((new DateTime(2011, 4, 3, 0, 0, 0, DateTimeKind.Unspecified), new DateTime(2011, 12, 12, 0, 0, 0, DateTimeKind.Unspecified)));
        evidence.Span(DateOrder.MonthDayYear).First.ShouldBe(new DateTime(2011, 3, 4, 0, 0, 0, DateTimeKind.Unspecified));
    }

    [Fact]
    public void Example_DaysThatAreTheSameInEitherOrder_AreNotShown() =>
        Gather("02/02/2011", "03/03/2011", "03/04/2011", "05/06/2011").Example.ShouldBe("03/04/2011");

    [Fact]
    public void Example_NothingButDaysThatAreTheSameInEitherOrder_IsOneOfThem() => Gather("02/02/2011", "03/03/2011").Example.ShouldBe("02/02/2011");

    [Fact]
    public void ExampleOf_BothOrdersInOneColumn_IsOneOfEach()
    {
        var evidence = Gather("03/04/2011", "13/04/2011", "04/13/2011");
        evidence.ExampleOf(DateOrder.DayMonthYear).ShouldBe("13/04/2011");
        evidence.ExampleOf(DateOrder.MonthDayYear).ShouldBe("04/13/2011");
    }

    [Theory]
    [InlineData("13/04/2011", "d/m/y")]
    [InlineData("04/13/2011", "m/d/y")]
    public void Settled_OneDayAfterTheTwelfth_Decides(string telling, string expected) =>
        Gather("03/04/2011", "05/06/2011", telling).Settled()!.Name.ShouldBe(expected);

    [Fact]
    public void Settled_TwoDigitYears_HaveThreeReadings() =>
        Gather("03/04/05").Candidates().ShouldBe([DateOrder.DayMonthYear, DateOrder.MonthDayYear, DateOrder.YearMonthDay]);

    [Fact]
    public void Settled_TwoDigitYearsWithADayBeyondTwelveInTheMiddle_IsMonthFirst() =>
        Gather("03/04/05", "03/24/05").Settled().ShouldBe(new DateStyle(DateOrder.MonthDayYear));

    [Fact]
    public void Settled_Points_MeanDayFirst()
    {
        var evidence = Gather("03.04.2011", "05.06.2011");
        evidence.Settled().ShouldBe(new DateStyle(DateOrder.DayMonthYear));
        evidence.DecidedByPoints.ShouldBeTrue();
    }

    [Fact]
    public void Settled_IsoDates_NeedNoDecision() => Gather("2011-04-03", "2011-12-09 12:50:00").Settled().ShouldNotBeNull();

    [Theory]
    [InlineData("1291191960", "unix-seconds")]
    [InlineData("1291191960123", "unix-milliseconds")]
    [InlineData("1291191960123456", "unix-microseconds")]
    [InlineData("40513.35", "excel")]
    [InlineData("20101201", "compact")]
    public void Settled_SingleNumbers_NameTheirKind(string value, string expected) =>
        Gather(value, value).Settled()!.Name.ShouldBe(expected);

    [Fact]
    public void IsContradictory_BothOrdersInOneColumn_IsTrue() =>
        Gather("13/04/2011", "04/13/2011", "14/04/2011", "04/14/2011").IsContradictory.ShouldBeTrue();

    [Fact]
    public void IsContradictory_OneSlipAmongMany_IsFalse() =>
        Gather([.. Enumerable.Repeat("13/04/2011", 40), "04/13/2011"]).IsContradictory.ShouldBeFalse();

    [Fact]
    public void AreDates_TextsAndNames_IsFalse()
    {
        var evidence = Gather("United Kingdom", "Germany", "2011-04-03");
        evidence.AreDates.ShouldBeFalse();
        evidence.NotADate.ShouldBe("United Kingdom");
    }

    [Theory]
    [InlineData("d/m/y", "d/m/y")]
    [InlineData("dd.MM.yyyy HH:mm", "d/m/y")]
    [InlineData("MM/DD/YYYY", "m/d/y")]
    [InlineData("yyyy-MM-dd", "y/m/d")]
    public void TryRead_NameOfAStyle_IsUnderstood(string name, string expected)
    {
        DateStyle.TryRead(name, out var style).ShouldBeTrue();
        style.Name.ShouldBe(expected);
    }

    [Fact]
    public void TryRead_EveryPublishedName_IsUnderstoodAndRoundTrips()
    {
        foreach (var name in DateStyle.Names)
        {
            DateStyle.TryRead(name, out var style).ShouldBeTrue(name);
            DateStyle.TryRead(style.Name, out var again).ShouldBeTrue(style.Name);
            again.ShouldBe(style);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("american")]
    [InlineData("d/y")]
    public void TryRead_AnythingElse_IsNot(string name) => DateStyle.TryRead(name, out _).ShouldBeFalse();

    private static DateEvidence Gather(params string[] values)
    {
        var evidence = new DateEvidence();
        foreach (var value in values)
        {
            evidence.Add(Encoding.UTF8.GetBytes(value));
        }

        return evidence;
    }
}
