using Tessera.Segments.Explaining;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Sql;
using Xunit;

namespace Tessera.Segments.Tests.Explaining;

public sealed class HistoryNeedsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero);

    // A day that ends at an instant, the instant included, begins one microsecond after the same instant of the day before; so does the day before that.
    [Theory]
    [InlineData("did \"A\" in the last 1 day", "2026-03-02T00:00:00.000001Z")]
    [InlineData("count of \"A\" in the last 1 day fell by at least 50%", "2026-03-01T00:00:00.000001Z")]
    public void EventsFrom_OfATimeThatGoesBack_IsItsFirstMicrosecond(string definition, string first)
    {
        var needs = HistoryNeeds.Of(Segment.Parse(definition).Segment!, new WorldSegments(new World([])));

        needs.EventsFrom(Now, TimeZoneInfo.Utc).ShouldBe(DateTimeOffset.Parse(first, System.Globalization.CultureInfo.InvariantCulture));
    }
}
