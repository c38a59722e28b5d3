using System.Text.Json.Nodes;
using Tessera.Segments.Patterns;

namespace Tessera.Segments.Tests.Reference;

/// <summary>Whether a value passes a test at an instant.</summary>
internal static class ValueTests
{
    internal static bool Passes(ValueTest test, JsonNode? value, long now, TimeZoneInfo zone)
    {
        var text = Value.Text(value);
        return test switch
        {
            TextIs isText => (text == isText.Value) != isText.Negated,
            TextIsOneOf oneOf => (text is not null && oneOf.Values.Contains(text, StringComparer.Ordinal)) != oneOf.Negated,
            TextContains contains => (text?.Contains(contains.Value, StringComparison.Ordinal) ?? false) != contains.Negated,
            TextStartsWith starts => text?.StartsWith(starts.Value, StringComparison.Ordinal) ?? false,
            TextEndsWith ends => text?.EndsWith(ends.Value, StringComparison.Ordinal) ?? false,
            TextMatches matches => text is not null && new PatternMatcher(matches.Pattern).IsMatch(text),
            BooleanIs truth => (text == (truth.Value ? "true" : "false")) != truth.Negated,
            IsSet set => (value is not null) != set.Negated,
            NumberCompares compares => Value.Number(value) is { } number && Compare(number.CompareTo(compares.Value), compares.Comparison),
            NumberIsBetween between => Value.Number(value) is { } number && number >= between.Low && number <= between.High,
            VersionCompares version => SemanticVersion.TryParse(text, out var actual) && Compare(actual.CompareTo(version.Version), version.Comparison),
            Includes includes => value is JsonArray list && Includes(list, includes),
            DateTest date => Value.Date(value, zone) is { } time && Passes(date, time, now, zone),
            _ => throw new NotSupportedException(test.GetType().Name),
        };
    }

    internal static bool Passes(DateTest test, long time, long now, TimeZoneInfo zone) => test switch
    {
        DateIsWithinNext next => time > now && time <= now + next.Length.Microseconds,
        DateIsWithinLast last => time > now - last.Length.Microseconds && time <= now,
        DateIsMoreThanAgo ago => time < now - ago.Length.Microseconds,
        DateIsBefore before => time < Times.Of(before.Instant.In(zone)),
        DateIsAfter after => time > Times.Of(after.Instant.In(zone)),
        HasAnniversaryWithinNext anniversary => HasAnniversary(Times.Day(time, zone), Times.Day(now, zone), anniversary.Length),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    internal static bool Compare(int order, Comparison comparison) => comparison switch
    {
        Comparison.Equal => order == 0,
        Comparison.NotEqual => order != 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        Comparison.Greater => order > 0,
        _ => order >= 0,
    };

    private static bool Includes(JsonArray list, Includes test)
    {
        var texts = list.Select(Value.Text).ToList();
        return test.Every ? test.Values.All(texts.Contains) : test.Values.Any(texts.Contains);
    }

    // Day by day, today first.
    private static bool HasAnniversary(DateOnly date, DateOnly today, Duration length)
    {
        var days = length.Count * (length.Unit == DurationUnit.Weeks ? 7 : 1);
        return Enumerable.Range(0, Math.Min(days, 366)).Any(ahead =>
        {
            var day = today.AddDays(ahead);
            return (day.Month == date.Month && day.Day == date.Day)
                || (date is { Month: 2, Day: 29 } && day is { Month: 3, Day: 1 } && !DateTime.IsLeapYear(day.Year));
        });
    }
}
