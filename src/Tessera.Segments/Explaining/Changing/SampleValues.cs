using System.Globalization;
using System.Text.Json.Nodes;
using Tessera.Segments.Evaluation;

namespace Tessera.Segments.Explaining.Changing;

/// <summary>Values that pass a test, or do not: guesses to be tried, the likeliest first.</summary>
internal static class SampleValues
{
    /// <summary>Values for a test, none of them sure to pass or to fail.</summary>
    /// <param name="test">The test.</param>
    /// <param name="facts">What is known: dates are near its instant.</param>
    internal static IEnumerable<JsonNode?> For(ValueTest test, Facts facts) => test switch
    {
        TextIs text => [text.Value, $"not {text.Value}", null],
        TextIsOneOf texts => [texts.Values[0], $"not {string.Join(' ', texts.Values)}", null],
        TextContains text => [text.Value, text.Value.Length == 0 ? null : string.Empty, null],
        TextStartsWith text => [text.Value, $"-{text.Value}", null],
        TextEndsWith text => [text.Value, $"{text.Value}-", null],
        TextMatches text => [Plain(text.Pattern), string.Empty, "a", "1", null],
        BooleanIs => [true, false, null],
        IsSet set => set.Negated ? [null, "a value"] : ["a value", null],
        NumberCompares number => Around(number.Value),
        NumberIsBetween range => [range.Low, .. Around(range.High)],
        VersionCompares version => [version.Version.Text, "999999.0.0", "0.0.0", null],
        Includes list => [new JsonArray([.. list.Values.Select(value => (JsonNode?)value)]), new JsonArray(), null],
        HasAnniversaryWithinNext => [Birthday(facts, 0), Birthday(facts, 180), null],
        DateTest date => Dates(date, facts),
        HasBeen been => [been.Value, $"not {been.Value}"],
        _ => [],
    };

    /// <summary>Numbers at, above and below a bound.</summary>
    internal static IEnumerable<JsonNode?> Around(double bound) =>
        new[] { bound, bound + 1, bound - 1, bound * 2, bound / 2, -bound, Math.BitIncrement(bound), Math.BitDecrement(bound) }.Where(double.IsFinite).Distinct().Select(number => (JsonNode?)number).Append(null);

    private static IEnumerable<JsonNode?> Dates(DateTest test, Facts facts)
    {
        long[] times = test switch
        {
            DateIsWithinNext next => [facts.Now + (next.Length.Microseconds / 2) + 2, facts.Now - next.Length.Microseconds],
            DateIsWithinLast last => [facts.Now - (last.Length.Microseconds / 2), facts.Now - (2 * last.Length.Microseconds)],
            DateIsMoreThanAgo ago => [facts.Now - (2 * ago.Length.Microseconds), facts.Now],
            DateIsBefore before => [Microseconds.Of(before.Instant.In(facts.Zone)) - Microseconds.PerDay, Microseconds.Of(before.Instant.In(facts.Zone))],
            DateIsAfter after => [Microseconds.Of(after.Instant.In(facts.Zone)) + Microseconds.PerDay, Microseconds.Of(after.Instant.In(facts.Zone))],
            _ => [],
        };
        return times.Select(time => (JsonNode?)Microseconds.Time(time).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)).Append(null);
    }

    private static JsonNode? Birthday(Facts facts, int ahead)
    {
        var day = DateOnly.FromDayNumber(facts.Calendar.DayOf(facts.Now)).AddDays(ahead);
        return new DateOnly(2000, day.Month, day.Day).ToString("O", CultureInfo.InvariantCulture);
    }

    // Many patterns are a text with an anchor or two.
    private static string Plain(string pattern) => pattern.Split('|')[0].Replace("(?i)", string.Empty, StringComparison.Ordinal).TrimStart('^').TrimEnd('$').Replace("\\", string.Empty, StringComparison.Ordinal);
}
