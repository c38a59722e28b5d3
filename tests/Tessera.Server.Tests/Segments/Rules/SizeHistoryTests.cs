using System.Globalization;
using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Tests.Segments.Rules;

public sealed class SizeHistoryTests
{
    private static readonly KeptDay[] Changes = [Day("2024-01-30", 5, 0), Day("2024-02-01", 2, 1), Day("2024-03-10", 0, 3)];

    [Fact]
    public void Of_Months_IsTheSizeAtTheEndOfEachAndToday() =>
        Sizes(Changes, "2024-01-30", "2024-03-10", monthly: true).ShouldBe([("2024-01-31", 5L), ("2024-02-29", 6L), ("2024-03-10", 3L)]);

    [Fact]
    public void Of_TheLastDayOfAMonth_IsOnePointForTodayAndTheMonth() =>
        Sizes(Changes, "2024-01-30", "2024-02-29", monthly: true).ShouldBe([("2024-01-31", 5L), ("2024-02-29", 3L)]);

    [Fact]
    public void Of_Days_HasNoGaps()
    {
        var days = Sizes(Changes, "2024-01-30", "2024-03-10", monthly: false);
        days.Count.ShouldBe(41);
        days[0].ShouldBe(("2024-01-30", 5L));
        days[1].ShouldBe(("2024-01-31", 5L));
        days[2].ShouldBe(("2024-02-01", 6L));
        days[^1].ShouldBe(("2024-03-10", 3L));
    }

    [Fact]
    public void Of_Today_IsOnePoint() => Sizes([Day("2024-01-30", 5, 0)], "2024-01-30", "2024-01-30", monthly: true).ShouldBe([("2024-01-30", 5L)]);

    [Fact]
    public void Of_NoChanges_IsEmptyFromTheFirstDayOn() => Sizes([], "2024-01-29", "2024-01-30", monthly: false).ShouldBe([("2024-01-29", 0L), ("2024-01-30", 0L)]);

    [Fact]
    public void Of_NothingKept_IsNothing() => Sizes([], since: null, "2024-01-30", monthly: false).ShouldBeEmpty();

    private static List<(string Date, long Size)> Sizes(KeptDay[] changes, string? since, string today, bool monthly) =>
        [.. SizeHistory.Of(changes, since is null ? null : Date(since), Date(today), monthly).Select(point => (point.Date.ToString("O", CultureInfo.InvariantCulture), point.Size))];

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static KeptDay Day(string day, long entered, long left) => new("vip", Date(day), entered, left);
}
