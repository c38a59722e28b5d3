using Tessera.Server.EventCatalogue.Anomalies;

namespace Tessera.Server.Tests.EventCatalogue.Anomalies;

public sealed class VolumeBaselineTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LongAgo = Start.AddYears(-1);

    [Fact]
    public void Find_InABusyWeekWithItsOwnRhythm_FindsNothing()
    {
        // Ten times as many calls at noon as at night, none on Sundays: neither is odd, for it is so every week.
        VolumeBaseline.Find("Order Completed", Start, Rhythm(), LongAgo).ShouldBeEmpty();
    }

    [Fact]
    public void Find_WhenAnEventStopsForHours_SaysSoOnceWithTheUsualVolume()
    {
        var calls = Rhythm();
        var noon = VolumeBaseline.Hours - 13;
        calls[noon - 1] = calls[noon] = calls[noon + 1] = 0;
        var anomaly = VolumeBaseline.Find("Order Completed", Start, calls, LongAgo).ShouldHaveSingleItem();
        anomaly.Kind.ShouldBe(VolumeAnomalyKind.Less);
        anomaly.From.ShouldBe(Start.AddHours(noon - 1));
        anomaly.To.ShouldBe(Start.AddHours(noon + 2));
        anomaly.Calls.ShouldBe(0);
        anomaly.Expected.ShouldBeGreaterThan(200);
        anomaly.Sentence.ShouldContain("0 times");
        anomaly.Sentence.ShouldContain("4 weeks before");
    }

    [Fact]
    public void Find_WhenAnEventComesFiveTimesAsOften_SaysMore()
    {
        var calls = Rhythm();
        calls[^2] *= 5;
        VolumeBaseline.Find("Order Completed", Start, calls, LongAgo).ShouldHaveSingleItem().Kind.ShouldBe(VolumeAnomalyKind.More);
    }

    [Fact]
    public void Find_WithOneOddWeekInThePast_StillKnowsTheUsual()
    {
        var calls = Rhythm();
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            calls[hour + 24] *= 20;
        }

        VolumeBaseline.Find("Order Completed", Start, calls, LongAgo).ShouldBeEmpty();
    }

    [Fact]
    public void Find_OfARareEvent_IsSilentAboutItsSilence()
    {
        var calls = Enumerable.Repeat(3L, VolumeBaseline.Hours).ToArray();
        calls[^1] = 0;
        VolumeBaseline.Find("Survey Answered", Start, calls, LongAgo).ShouldBeEmpty();
    }

    [Fact]
    public void Find_WithoutFourWeeksOfHistory_JudgesNothing()
    {
        var calls = Rhythm();
        calls[^1] = 100_000;
        VolumeBaseline.Find("Order Completed", Start, calls, Start.AddDays(10)).ShouldBeEmpty();
    }

    [Fact]
    public void Find_WithTooFewHours_Refuses() =>
        Should.Throw<ArgumentException>(() => VolumeBaseline.Find("Order Completed", Start, [1, 2, 3], LongAgo));

    private static long[] Rhythm() =>
    [
        .. Enumerable.Range(0, VolumeBaseline.Hours).Select(hour => Start.AddHours(hour)).Select((at, index) =>
            at.DayOfWeek == DayOfWeek.Sunday ? 0L : (long)(100 + (90 * Math.Sin((at.Hour - 6) * Math.PI / 12)) + (index * 7 % 11) - 5)),
    ];
}
