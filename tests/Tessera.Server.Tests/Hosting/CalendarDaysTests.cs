using Tessera.Server.Hosting;

namespace Tessera.Server.Tests.Hosting;

public sealed class CalendarDaysTests
{
    [Theory]
    [InlineData("2011-12-10", "UTC", "2011-12-10T00:00:00Z")]
    [InlineData("2011-06-10", "Europe/London", "2011-06-09T23:00:00Z")]
    [InlineData("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z")] // the clocks went from midnight to 01:00
    [InlineData("2011-11-06", "America/Havana", "2011-11-06T04:00:00Z")] // the hour after midnight came twice
    public void StartOf_Date_IsItsFirstInstant(string date, string timeZone, string expected) =>
        CalendarDays.StartOf(DateOnly.ParseExact(date, "O", null), timeZone)
            .ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
}
