using Tessera.Simulation.Calendars;

namespace Tessera.Simulation.Tests.Calendars;

public sealed class LocalClocksTests
{
    /// <summary>Dates on which clocks changed, as published for these years.</summary>
    [Theory]
    [InlineData(1, "2025-03-29", false)]
    [InlineData(1, "2025-03-30", true)]
    [InlineData(1, "2025-10-25", true)]
    [InlineData(1, "2025-10-26", false)]
    [InlineData(1, "2024-03-31", true)]
    [InlineData(2, "2025-03-08", false)]
    [InlineData(2, "2025-03-09", true)]
    [InlineData(2, "2025-11-01", true)]
    [InlineData(2, "2025-11-02", false)]
    [InlineData(2, "2026-03-08", true)]
    [InlineData(3, "2025-04-05", true)]
    [InlineData(3, "2025-04-06", false)]
    [InlineData(3, "2025-10-05", true)]
    [InlineData(0, "2025-07-01", false)]
    public void IsSummer_DaysOfChange_AreThePublishedOnes(int rule, string date, bool expected) =>
        LocalClocks.IsSummer((DaylightSaving)rule, DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(expected);

    [Fact]
    public void OffsetMinutes_Summer_IsAnHourMore()
    {
        var clocks = new LocalClocks(new DateOnly(2025, 1, 1), 365);

        clocks.OffsetMinutes(60, DaylightSaving.European, new DateOnly(2025, 7, 1)).ShouldBe(120);
        clocks.OffsetMinutes(60, DaylightSaving.European, new DateOnly(2025, 12, 31)).ShouldBe(60);
    }
}
