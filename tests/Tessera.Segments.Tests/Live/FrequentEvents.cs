using System.Globalization;
using System.Text.Json.Nodes;
using Tessera.Segments.Tests.Reference;

namespace Tessera.Segments.Tests.Live;

/// <summary>
/// Few kinds of events, many of each, on a grid of minutes that definitions share, so that distances are often exactly those asked about and several calls come at one instant,
/// where their ids decide. Over the change of a month and of a year, or a night whose clock is put back at midnight.
/// </summary>
internal sealed class FrequentEvents(Random random)
{
    private const long Minute = 60_000_000;
    private const int Span = 6 * 24 * 60;

    private readonly int step = random.Next(3) switch { 0 => 30, 1 => 120, _ => 360 };
    private readonly bool isPutBack = random.Next(3) == 0;

    private long Start => Times.Of(isPutBack ? new DateTimeOffset(2018, 2, 15, 2, 0, 0, TimeSpan.Zero) : new DateTimeOffset(2026, 12, 29, 0, 0, 0, TimeSpan.Zero));

    internal World World(int customers = 2) =>
        new([.. Enumerable.Range(1, customers).Select(Customer)]) { Zone = isPutBack ? TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo") : TimeZoneInfo.Utc };

    internal long Instant() => Start + (random.Next(Span / step) * step * Minute) + (random.Next(3) == 0 ? random.Next(-1, 2) : 0);

    /// <summary>When a call came, or a length of the grid after it; a microsecond off now and then.</summary>
    internal long Instant(World world) => Pick([.. Pick([.. world.Customers]).Calls]).Time + (random.Next(3) * random.Next(8) * step * Minute) + Pick(-1, 0, 0, 1);

    internal Segment Segment()
    {
        var (one, other) = random.Next(2) == 0 ? ("A", "B") : ("B", "A");
        var text = random.Next(22) switch
        {
            0 => $"did \"{one}\" then \"{other}\" within {Length(4)} {Period()}",
            1 => $"did \"{one}\" then \"{other}\" within {Length(4)} then \"C\" within {Length(4)} {Period()}",
            2 => $"did \"{one}\" and then did not do \"{other}\" within {Length(4)} {Period()}",
            3 => $"did \"{one}\" then \"C\" within {Length(4)} and then did not do \"{other}\" within {Length(4)} {Period()}",
            4 => $"did \"{one}\" then \"{other}\" {Period()}",
            5 => $"did \"{one}\" {Quantity()} times {Ago()}",
            6 => $"did \"{one}\" {Quantity()} times in the previous {Pick("day", "week", "month", "year")}",
            7 => $"did \"{one}\" on {Quantity()} days {Pick(Ago(), Period())}",
            8 => $"count of distinct n of \"{one}\" {Pick(Ago(), Period())} {Pick(">=", "=", "<", "!=")} {random.Next(4)}",
            9 => $"{Pick("minimum", "maximum")} of n of \"{one}\" {Pick(Ago(), Period())} {Pick(">=", "=", "<")} {random.Next(6)}",
            10 => $"most frequent n of \"{one}\" {Period()} is \"{random.Next(6)}\"",
            11 => $"did \"{one}\" then \"{other}\" within {Length(4)} without \"C\" between {Period()}",
            12 => $"did \"{one}\" then \"C\" then \"{other}\" within {Length(6)} with the same n without \"{one}\" between",
            13 or 14 => $"{Pick("first", "last")} of n of \"{one}\" {Pick(Ago(), Period())} is \"{random.Next(6)}\"",
            15 => $"last of n of any event where n > {random.Next(3)} {Period()} is \"{random.Next(6)}\"",
            16 => $"median of n of \"{one}\" {Pick(Ago(), Period())} {Pick(">=", "=", "<")} {random.Next(6)}{Pick("", ".5")}",
            17 => $"plan is \"{random.Next(3)}\"",
            18 => $"plan has been \"{random.Next(3)}\" for at least {Length(6)}",
            19 => $"did \"{one}\" {Quantity()} times in the {Pick("current", "previous")} day",
            20 => $"did \"{one}\" on {Quantity()} days since {(isPutBack ? "2018-02-16" : "2026-12-30")}",
            _ => $"did \"{one}\" {Quantity()} times {Period()}",
        };
        return Segments.Segment.Parse(text).Segment ?? throw new InvalidOperationException(text);
    }

    private string Quantity() => string.Create(CultureInfo.InvariantCulture, $"{Pick("at least", "at most", "exactly")} {random.Next(1, 4)}");

    private string Period() => random.Next(6) switch
    {
        0 or 1 => $"in the last {Length(12)}",
        2 => isPutBack ? "since 2018-02-17" : "since 2026-12-31",
        3 => isPutBack ? "before 2018-02-18" : "before 2027-01-01",
        4 => "in the current month",
        _ => string.Empty,
    };

    private string Ago() => random.Next(1, 8) is var near ? string.Create(CultureInfo.InvariantCulture, $"between {(near + random.Next(1, 6)) * step} and {near * step} minutes ago") : string.Empty;

    private string Length(int most) => string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, most) * step} minutes");

    // Ids are in another order than the calls.
    private Customer Customer(int number) => new(new Guid(number, 0, 0, new byte[8]), [.. Enumerable.Range(0, random.Next(10, 60)).Select(index => random.Next(8) == 0
        ? new Call("identify", Instant(), Id(number, index), null, new JsonObject { ["plan"] = random.Next(3).ToString(CultureInfo.InvariantCulture) })
        : new Call("track", Instant(), Id(number, index), Pick("A", "A", "A", "B", "B", "B", "C"), new JsonObject { ["n"] = (double)random.Next(6) }))]);

    private static string Id(int number, int index) => string.Create(CultureInfo.InvariantCulture, $"m{index * 7 % 10}-{number}-{index}");

    private T Pick<T>(params T[] items) => items[random.Next(items.Length)];
}
