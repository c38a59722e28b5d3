using Tessera.Simulation.Calendars;

namespace Tessera.Simulation.Tests.Calendars;

public sealed class PublicHolidaysTests
{
    [Theory]
    [InlineData("US", 2025, 11, 27, true)]
    [InlineData("US", 2026, 11, 26, true)]
    [InlineData("US", 2025, 11, 20, false)]
    [InlineData("US", 2025, 9, 1, true)]
    [InlineData("GB", 2025, 8, 25, true)]
    [InlineData("DE", 2025, 10, 3, true)]
    [InlineData("FR", 2025, 10, 3, false)]
    [InlineData("JP", 2025, 12, 25, true)]
    public void Contains_KnownDays_AreKnown(string country, int year, int month, int day, bool expected) =>
        PublicHolidays.Contains(country, new DateOnly(year, month, day)).ShouldBe(expected);
}
