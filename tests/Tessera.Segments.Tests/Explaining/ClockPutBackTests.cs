using System.Globalization;
using Tessera.Segments.Explaining;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Sql;

namespace Tessera.Segments.Tests.Explaining;

/// <summary>
/// Explanations around the hour that happens twice say what the reference evaluator finds minute by minute: also in St John's, where until 2011 the clock was put back a minute after
/// midnight, so that a day, here a month too, returned after the next had begun.
/// </summary>
public sealed class ClockPutBackTests
{
    private const long Minute = 60_000_000;
    private const int HoursAhead = 52;

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T01:00:00Z")]
    [InlineData("America/St_Johns", "2009-11-01T02:31:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T15:00:00Z")]
    public void Explain_WhereTheClockIsPutBack_TurnsWhenTheReferenceDoes(string zone, string instant)
    {
        var change = Times.Of(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        int[] deeds = [-24 * 60, -90, -1, 0, 20, 59, 61];
        int[] asked = [-24 * 60, -61, -31, -1, 0, 1, 29, 30, 58, 59, 60, 61, 300];
        var turns = 0;
        foreach (var definition in Definitions)
        {
            var segment = Segment.Parse(definition).Segment.ShouldNotBeNull(definition);
            foreach (var deed in deeds)
            {
                var customer = new Customer(
                    Guid.Parse("00000000-0000-0000-8000-000000000007"),
                    [new("identify", change - (3000 * Minute), "i"), new("track", change + (deed * Minute), "a", "A", []), new("track", change + ((deed + 2) * Minute), "b", "B", [])])
                {
                    MembershipChanges = [("kept", change + (deed * Minute), true)],
                };
                var world = new World([customer]) { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
                foreach (var at in asked.Where(minute => minute >= deed + 2).Select(minute => change + (minute * Minute)))
                {
                    turns += Check(world, customer, segment, at);
                }
            }
        }

        turns.ShouldBeGreaterThan(100);
    }

    private static string[] Definitions { get; } =
    [
        "did \"A\" in the current day",
        "did \"A\" in the previous day",
        "not did \"A\" at least 2 times in the previous month",
        "did \"A\" on at least 2 days in the current month",
        "did \"A\" then \"B\" within 1 hour in the current day",
        "did \"A\" then \"B\" within 1 hour in the previous day",
        "count of \"A\" in the previous day >= 2",
        "entered segment \"kept\" in the current day",
        "entered segment \"kept\" in the previous day",
    ];

    private static int Check(World world, Customer customer, Segment segment, long at)
    {
        var question = $"{segment} at {Times.Time(at):O} in {world.Zone.Id}, done at {Times.Time(customer.Calls[1].Time):O}";
        var explained = new SegmentExplainer(new WorldSegments(world), world.Zone).Explain(segment, Known.Of(world, customer, at), Times.Time(at));
        var reference = new ReferenceEvaluator(world);
        var holds = reference.IsMember(segment, customer, at);
        explained.IsMember.ShouldBe(holds, question);

        // Whatever turns over does so at a whole minute, and within two days unless it is about months.
        var turn = Enumerable.Range(1, HoursAhead * 60).Select(minute => at + (minute * Minute)).Where(later => reference.IsMember(segment, customer, later) != holds).Select(later => (long?)later).FirstOrDefault();
        var said = explained.ChangesAt is { } time ? Times.Of(time) : (long?)null;
        (said < at + (HoursAhead * 60 * Minute) ? said : null).ShouldBe(turn, question);
        if (explained.SmallestChange is { } smallest)
        {
            var (after, changed, then) = Known.After(Known.UpTo(world, at), Known.UpTo(world, at).Customers[0], at, smallest.Steps);
            new ReferenceEvaluator(after).IsMember(segment, changed, then).ShouldBe(!holds, $"{question}\n{smallest.Sentence}");
        }
        else if (!holds)
        {
            Assert.Fail($"No change is known: {question}");
        }

        return turn is null ? 0 : 1;
    }
}
