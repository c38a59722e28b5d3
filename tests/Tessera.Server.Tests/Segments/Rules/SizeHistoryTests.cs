using System.Globalization;
using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Tests.Segments.Rules;

public sealed class SizeHistoryTests
{
    private static readonly KeptDay[] Changes = [Day("2024-01-30", 5, 0), Day("2024-02-01", 2, 1), Day("2024-03-10", 0, 3)];

    [Fact]
    public void Of_Months_IsTheSizeBeforeEachFirstAndNow() =>
        Sizes(Changes, "2024-03-10", monthly: true).ShouldBe([("2024-02-01", 5L), ("2024-03-01", 6L), ("2024-03-11", 3L)]);

    [Fact]
    public void Of_Days_HasNoGaps()
    {
        var days = Sizes(Changes, "2024-03-10", monthly: false);
        days.Count.ShouldBe(41);
        days[0].ShouldBe(("2024-01-31", 5L));
        days[1].ShouldBe(("2024-02-01", 5L));
        days[2].ShouldBe(("2024-02-02", 6L));
        days[^1].ShouldBe(("2024-03-11", 3L));
    }

    [Fact]
    public void Of_Today_IsOnePoint() => Sizes([Day("2024-01-30", 5, 0)], "2024-01-30", monthly: true).ShouldBe([("2024-01-31", 5L)]);

    [Fact]
    public void Of_NoChanges_IsNothing() => Sizes([], "2024-01-30", monthly: false).ShouldBeEmpty();

    private static List<(string Date, long Size)> Sizes(KeptDay[] changes, string today, bool monthly) =>
        [.. SizeHistory.Of(changes, DateOnly.ParseExact(today, "O", CultureInfo.InvariantCulture), monthly).Select(point => (point.Date.ToString("O", CultureInfo.InvariantCulture), point.Size))];

    private static KeptDay Day(string day, long entered, long left) => new("vip", DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture), entered, left);
}
