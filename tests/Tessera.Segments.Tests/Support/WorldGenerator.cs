using System.Globalization;
using System.Text.Json.Nodes;
using Tessera.Segments.Tests.Reference;

namespace Tessera.Segments.Tests.Support;

/// <summary>
/// Makes customers at random whose calls crowd around one instant, a unit of time or a microsecond off one another: at once, twice, late, in the future, on
/// days of 23 and 25 hours, on leap days; with values of every type where another is expected. The same for the same seed.
/// </summary>
internal sealed class WorldGenerator(Random random)
{
    private static readonly (string Zone, string Instant)[] Scenes =
    [
        ("UTC", "2028-02-29T00:00:00Z"), ("Europe/Berlin", "2026-03-29T01:00:00Z"), ("Europe/Berlin", "2026-10-25T00:00:00Z"), ("America/New_York", "2027-01-01T05:00:00Z"),
        ("America/Sao_Paulo", "2018-11-04T03:00:00Z"), ("America/Sao_Paulo", "2018-02-18T02:00:00Z"), ("Australia/Lord_Howe", "2026-04-04T15:00:00Z"), ("Asia/Kathmandu", "2027-03-01T00:00:00Z"), ("Pacific/Apia", "2026-06-30T11:00:00Z"),
    ];

    private static readonly long[] Units = [60_000_000, 3_600_000_000, 86_400_000_000, 604_800_000_000];

    private static readonly string[] Values =
    [
        "\"free\"", "\"pro\"", "\"svg\"", "\"\"", "\"10\"", "10", "10.0", "9.5", "\"9.50\"", "-1", "0", "0.1", "0.2", "1e21", "1e-7", "\"1e3\"", "\"007\"", "\" 1\"", "999999999999999.5", "1e15",
        "0.1234567890129", "\"1e400\"", "true", "false", "\"true\"", "null", "[]", "[\"free\", 10, null, [1], true]", "{}", "{\"a\": \"free\"}", "[{\"a\": 10}]", "\"line\\nbreak\"", "\"ß – ü 😀\"",
        "\"2.4.0\"", "\"v2.4\"", "\"2.4.0-beta.2\"", "\"2.4.0-beta.10+7\"", "\"02.04\"", "\"2.4.0-\"", "\"anna@example.com\"", "\"2028-02-29\"", "\"2000-02-29\"", "\"2027-02-29\"", "\"2026-03-29T02:30:00\"",
        "\"2026-10-25 02:30\"", "\"2018-11-04\"", "\"1899-01-01\"", "\"2026-03-29T01:00:00.0000019Z\"", "\"2026-03-29T01:00:60Z\"", "\"2027-01-01T00:00:00-05:00\"", "\"2026-06-30T24:00Z\"", "1772323200", "1772323200.5", "-1e10",
    ];

    // Numbers at the ends of what 64 bits and doubles hold, text that is nearly a number, escapes and characters of two code units, lists and objects within one another.
    private static readonly string[] EdgeValues =
    [
        "9007199254740993", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615", "18446744073709551616", "123456789012345678901234567890", "1.7976931348623157e308",
        "-1.7976931348623157e308", "5e-324", "2.2250738585072014e-308", "-0", "-0.0", "0.1e1", "1E5", "1e+2", "999999999999999", "-999999999999999.9", "0.000001", "0.0000001", "\"1E+5\"", "\"-0\"", "\"+1\"", "\".5\"",
        "\"5.\"", "\"0x10\"", "\"00\"", "\"1 \"", "\"NaN\"", "\"Infinity\"", "\"18446744073709551616\"", "\"9007199254740993\"", "\"1.7976931348623157e308\"", "\"5e-324\"", "\"1e-400\"",
        "\"a\\\\b\"", "\"tab\\tand \\\"quoted\\\"\"", "\"\\u0041\\/\"", "\"\\ud83d\\ude00\"", "\"\\u0001\"", "\"\\u0000\"", "\"𝔘𝔫𝔦\"", "\"e\u0301\"", "\" \"", "[[]]", "[{}]", "[null]", "[[\"free\"], {\"a\": [10, {\"a\": null}]}]",
        "{\"a\": {\"a\": [1, \"10\"]}}", "{\"a\": null}", "{\"\": 1}", "{\"0\": \"free\", \"a\": 10.0}", "[true, \"true\", 1e0, \"ß\"]",
    ];

    private static readonly string[] Names = ["plan", "n", "list", "at", "id", "name"];

    /// <summary>How many companies there may be.</summary>
    internal int Companies { get; init; } = 60;

    /// <summary>Whether some customers' calls and records lie under several ids, and there were customers who are erased.</summary>
    internal bool HasMerged { get; init; }

    private long centre;
    private int calls;

    /// <summary>Some customers, and what definitions about them are made of.</summary>
    internal (World World, Vocabulary Words) Next(int customers)
    {
        var (zone, instant) = Pick(Scenes);
        centre = Times.Of(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        var words = Words();
        var world = new World([.. Enumerable.Range(0, customers).Select(_ => Customer())]) { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
        var generator = new TreeGenerator(random, words with { Keys = ["kept"] });
        var free = generator.Segment(1);
        var both = new TreeGenerator(random, words with { Keys = ["free", "kept"] }).Segment(2);
        if (HasMerged)
        {
            world = world with { Customers = [.. world.Customers.Select(Merged)], Erased = [.. Enumerable.Range(0, customers / 10).Select(_ => Merged(Customer()))] };
        }

        return (world with { Segments = new Dictionary<string, Segment>(StringComparer.Ordinal) { ["free"] = free, ["both"] = both } }, words);
    }

    /// <summary>An instant at which something may just happen.</summary>
    internal long Instant() => centre + (random.Next(-4, 5) * Pick(Units)) + Pick(0, 0, 0, -1, 1, random.NextInt64(Units[1]));

    /// <summary>An instant on the edge of what a definition asks about a call: of a period's end, a microsecond before, or after.</summary>
    internal long Instant(World world, IReadOnlyList<Segment> definitions)
    {
        var parts = definitions.SelectMany(Tree.All).ToList();
        var customer = Pick([.. world.Customers]);
        long[] lengths = [.. parts.OfType<Duration>().Select(length => length.Microseconds), .. parts.OfType<BetweenAgo>().SelectMany(ago => new[] { ago.From, ago.To }.Select(count => count * Duration.MicrosecondsPer(ago.Unit)))];
        var edge = random.Next(6) switch
        {
            0 => Times.Start(Times.Day(Instant(), world.Zone), world.Zone),
            1 when parts.OfType<Instant>().ToArray() is { Length: > 0 } instants => Times.Of(Pick(instants).In(world.Zone)),
            _ => Pick([.. customer.Calls]).Time + (lengths.Length == 0 ? 0 : Pick(lengths)),
        };
        return edge + Pick(0, 0, -1, 1);
    }

    private Vocabulary Words() => new()
    {
        Events = ["Export", "Login", "Order", EventName.PageViewed, EventName.ScreenViewed, "Nothing"],
        TraitPaths =
        [
            new("plan"), new("plan"), new("n"), new("list"), new("at"), new("plan", "a"), new("list", "0"), new("list", "0", "a"), new("nothing"), new("company", "plan"), new("company", "n"), new("company", "at"),
            new("context", "plan"), new("context", "list", "1"), new("rfm", "segment"), new("rfm", "recency"), new("persona"), new("score", "churn"), new("score", "value"),
        ],
        PropertyPaths = [new("plan"), new("n"), new("n"), new("list"), new("list", "0"), new("list", "0", "a"), new("plan", "a"), new("at"), new("id"), new("name")],
        Texts = ["free", "pro", "", "10", "9.5", "svg", "true", "1e21", "1e-7", "line\nbreak", "ß", "0.1", "a\\b", "18446744073709552000", "9007199254740992", "😀", "A/"],
        Numbers = [0, 1, 10, 9.5, -1, 0.1, 0.3, 0.30000000000000004, 1e21, 1e-7, 2, 1.5, 5.05, 9007199254740992, 18446744073709551615, 1e58, -1e58, 1e-50],
        Patterns = ["^1", "free|pro", "", "(?i)FR", "\\.", "break$", "^.+e\\n"],
        Versions = ["2.4.0", "v2.4", "2.4.0-beta.10", "2", "10.0.0"],
        Days = [.. Enumerable.Range(-3, 7).Select(DateOnly.FromDateTime(Times.Time(centre).DateTime).AddDays)],
        Instants = [.. Enumerable.Range(0, 20).Select(_ => Times.Time(Instant()))],
        Keys = ["free", "both", "kept"],
        Purposes = ["email", "sms"],
        Longest = 6,
    };

    private Customer Customer() => new(Id(), Simultaneous([.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => Call())]))
    {
        Computed = Computed(),
        MembershipChanges = Shuffled(Changes("kept").Concat(Changes("free"))),
        Consents = [.. Enumerable.Range(0, random.Next(7)).Select(_ => (Pick("email", "sms"), Instant(), Coin()))],
    };

    private Customer Merged(Customer customer) => Coin() ? customer : customer with { Merged = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Id())] };

    // Some at the instant of another, of the same kind mostly, so that their ids decide which was first.
    private List<Call> Simultaneous(List<Call> some)
    {
        for (var index = 1; index < some.Count; index++)
        {
            if (random.Next(5) == 0)
            {
                var other = some[random.Next(index)];
                some[index] = some[index] with { Time = other.Time, ReceivedAt = other.ReceivedAt };
                some[index] = Coin() ? some[index] : some[index] with { Type = other.Type, Name = other.Name, GroupId = other.GroupId is null ? null : $"company {random.Next(Companies)}" };
            }
        }

        return some;
    }

    private Call Call()
    {
        var type = Pick("track", "track", "track", "track", "track", "page", "screen", "identify", "identify", "group", "alias");
        var time = Instant();
        var id = random.Next(12) == 0 ? calls : ++calls;
        return new Call(
            type,
            time,
            $"m{id * 7 % 10}-{id}",
            type switch { "track" => Pick("Export", "Login", "Order", "Export", EventName.PageViewed), "page" or "screen" => Pick("free", "10", ""), _ => null },
            random.Next(5) == 0 ? null : Object(random.Next(1, 5)))
        {
            GroupId = type == "group" ? $"company {random.Next(Companies)}" : null,
            Context = random.Next(4) switch { 0 => Object(2), 1 => [], _ => null },
            ReceivedAt = time + random.Next(1000),
        };
    }

    private JsonObject Object(int size)
    {
        JsonObject values = [];
        for (var index = 0; index < size; index++)
        {
            values[Pick(Names)] = JsonNode.Parse(Value());
        }

        return values;
    }

    private string Value() => Pick(random.Next(5) == 0 ? EdgeValues : Values);

    private JsonObject Computed()
    {
        JsonObject computed = [];
        if (Coin())
        {
            computed["score"] = new JsonObject { ["churn"] = JsonNode.Parse(Pick("0.1", "0.5", "0.9", "1")), ["value"] = JsonNode.Parse(Value()) };
        }

        if (Coin())
        {
            computed["rfm"] = new JsonObject { ["segment"] = Pick("free", "pro"), ["recency"] = JsonNode.Parse(Pick("0", "3", "10")), ["frequency"] = 1, ["monetary"] = 5 };
            computed["persona"] = Pick("free", "pro");
        }

        return computed;
    }

    // Entering and leaving take turns; who leaves may enter again at that instant.
    private IEnumerable<(string Segment, long Time, bool Entered)> Changes(string segment)
    {
        var (time, isIn) = (long.MinValue, false);
        foreach (var next in Enumerable.Range(0, random.Next(5)).Select(_ => Instant()).Order().ToList())
        {
            if (next > time || !isIn)
            {
                (time, isIn) = (isIn || random.Next(3) > 0 || time == long.MinValue ? next : time, !isIn);
                yield return (segment, time, isIn);
            }
        }
    }

    private Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return [.. all];
    }

    private bool Coin() => random.Next(2) == 0;

    private T Pick<T>(params T[] items) => items[random.Next(items.Length)];
}
