using Tessera.Segments.Patterns;

namespace Tessera.Segments.Live.Values;

/// <summary>A test made ready: patterns and instants are prepared once. Immutable.</summary>
internal sealed class ValueCheck(ValueTest test, LiveCalendar calendar)
{
    private readonly PatternMatcher? pattern = test is TextMatches matches ? new PatternMatcher(matches.Pattern) : null;
    private readonly long instant = test switch
    {
        DateIsBefore before => Evaluation.Microseconds.Of(before.Instant.In(calendar.Zone)),
        DateIsAfter after => Evaluation.Microseconds.Of(after.Instant.In(calendar.Zone)),
        _ => 0,
    };

    // What takes long to find out is mostly asked of the same text again. Threads may replace what others remembered, no more.
    private Remembered? remembered;

    internal ValueTest Test => test;

    /// <summary>Whether the answer about one value changes as time passes.</summary>
    internal bool IsVolatile { get; } = DateChecks.IsVolatile(test);

    /// <summary>Whether a value passes a test that time does not change.</summary>
    internal bool Passes(RawValue value) => test switch
    {
        TextIs isText => value.IsText(isText.Value) != isText.Negated,
        TextIsOneOf oneOf => IsOneOf(value, oneOf) != oneOf.Negated,
        TextContains contains => (value.Text()?.Contains(contains.Value, StringComparison.Ordinal) ?? false) != contains.Negated,
        TextStartsWith starts => value.Text()?.StartsWith(starts.Value, StringComparison.Ordinal) ?? false,
        TextEndsWith ends => value.Text()?.EndsWith(ends.Value, StringComparison.Ordinal) ?? false,
        TextMatches or VersionCompares => PassesRemembered(value),
        BooleanIs truth => value.IsText(truth.Value ? "true" : "false") != truth.Negated,
        IsSet set => !value.IsMissing != set.Negated,
        NumberCompares compares => value.Number() is { } number && Compare(number.CompareTo(compares.Value), compares.Comparison),
        NumberIsBetween between => value.Number() is { } number && number >= between.Low && number <= between.High,
        Includes includes => Has(value, includes),
        DateIsBefore => value.Date(calendar.Zone) is { } time && time < instant,
        DateIsAfter => value.Date(calendar.Zone) is { } time && time > instant,
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    /// <summary>Whether a value passes, and when that may change.</summary>
    internal bool Passes(RawValue value, ref Clock clock) => !IsVolatile ? Passes(value) : value.Date(calendar.Zone) is { } time && Passes(time, ref clock);

    /// <summary>Whether an instant passes a test of dates, and when that may change.</summary>
    internal bool Passes(long time, ref Clock clock)
    {
        DateChecks.Consider(test, time, ref clock, calendar);
        return DateChecks.Passes(test, time, clock.Now, calendar);
    }

    internal static bool Compare(int order, Comparison comparison) => comparison switch
    {
        Comparison.Equal => order == 0,
        Comparison.NotEqual => order != 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        Comparison.Greater => order > 0,
        _ => order >= 0,
    };

    private bool PassesRemembered(RawValue value)
    {
        if (remembered is { } last && value.IsText(last.Text))
        {
            return last.Passes;
        }

        if (value.Text() is not { } text)
        {
            return false;
        }

        var passes = test is VersionCompares version
            ? SemanticVersion.TryParse(text, out var actual) && Compare(actual.CompareTo(version.Version), version.Comparison)
            : pattern!.IsMatch(text);
        remembered = new Remembered(text, passes);
        return passes;
    }

    private static bool IsOneOf(RawValue value, TextIsOneOf test)
    {
        for (var index = 0; index < test.Values.Count; index++)
        {
            if (value.IsText(test.Values[index]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(RawValue value, Includes test)
    {
        if (value.Element.ValueKind != System.Text.Json.JsonValueKind.Array)
        {
            return false;
        }

        var texts = value.Element.EnumerateArray().Select(RawValue.TextOf).ToHashSet(StringComparer.Ordinal);
        return test.Every ? test.Values.All(texts.Contains) : test.Values.Any(texts.Contains);
    }

    private sealed record Remembered(string Text, bool Passes);
}
