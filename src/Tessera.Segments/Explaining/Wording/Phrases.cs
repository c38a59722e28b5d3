using System.Globalization;
using System.Numerics;
using Tessera.Segments.Evaluation;
using Tessera.Segments.Live.Values;
using Tessera.Segments.Text;

namespace Tessera.Segments.Explaining.Wording;

/// <summary>Names, numbers and instants as sentences show them, the same wherever the program runs.</summary>
internal static class Phrases
{
    /// <summary>Any event.</summary>
    internal const string Anything = "anything";

    private const int Longest = 60;

    /// <summary>An event with what is asked of its properties.</summary>
    internal static string Event(EventSelector selector)
    {
        var name = selector.Name is { } given ? given.Value.Length > 0 ? given.Value : "\"\"" : Anything;
        return selector.Where is null ? name : $"{name} ({selector.Where})";
    }

    internal static string Path(ValuePath path) => path.Display;

    /// <summary>Text in quotes, of a long one the beginning.</summary>
    internal static string Quote(string text) => Printer.Quote(text.Length <= Longest ? text : text[..(Longest - 1)] + "…");

    internal static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(Quote));

    /// <summary>A value as it came.</summary>
    internal static string Value(RawValue value) => value.IsMissing ? "not known"
        : value.Element.ValueKind == System.Text.Json.JsonValueKind.Number || value.Element.ValueKind is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False ? value.Text()!
        : value.Text() is { } text ? Quote(text)
        : Cut(value.Element.GetRawText());

    /// <summary>The same as a value for programs.</summary>
    internal static object? Scalar(RawValue value) => value.Element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Number => value.Element.GetDouble() is var number && double.IsFinite(number) ? number : null,
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        System.Text.Json.JsonValueKind.Object or System.Text.Json.JsonValueKind.Array => value.Element.GetRawText(),
        _ => value.Text(),
    };

    internal static string Number(double number) => NumberText.Format(number);

    /// <summary>A fraction with at most four digits after the point.</summary>
    internal static string Number(Fraction number)
    {
        var value = Double(number);
        return Math.Abs(value) < 1e15 ? decimal.Round((decimal)value, 4).ToString("0.####", CultureInfo.InvariantCulture) : NumberText.Format(value);
    }

    internal static double Double(Fraction number)
    {
        var whole = BigInteger.DivRem(number.Numerator, number.Denominator, out var rest);
        return (double)whole + ((double)(rest * 1_000_000_000_000 / number.Denominator) / 1e12);
    }

    /// <summary>An instant in the workspace's time zone: <c>2026-12-01 09:00</c>, with seconds where there are any.</summary>
    internal static string Instant(long time, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(Microseconds.Time(time), zone);
        return local.ToString(local.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>3 times, once, never.</summary>
    internal static string Times(int count) => count switch { 1 => "once", _ => Printer.Amount(count, "time") };

    /// <summary>A length of time in its largest whole unit.</summary>
    internal static string Length(long microseconds)
    {
        foreach (var (word, unit) in Words.Units.Reverse())
        {
            if (microseconds % Duration.MicrosecondsPer(unit) == 0 && microseconds > 0)
            {
                return Printer.Amount((int)(microseconds / Duration.MicrosecondsPer(unit)), word);
            }
        }

        return $"{Math.Max(1, microseconds / 60_000_000)} minutes";
    }

    internal static string Period(Period period) => period switch
    {
        Ever => string.Empty,
        InFirst first => $" in the first {first.Length} of this customer",
        InCurrent current => $" in the current {Words.Of(current.Unit)}",
        InPrevious previous => $" in the previous {Words.Of(previous.Unit)}",
        Before before => $" before {before.To}",
        BetweenInstants between => $" from {between.From} until before {between.To}",
        _ => $" {period}",
    };

    internal static string Measure(Measure measure) => measure switch
    {
        CountOf count => $"count of {Event(count.Event)}{Period(count.Period)}",
        DistinctCountOf distinct => $"count of different {Path(distinct.Property)} of {Event(distinct.Event)}{Period(distinct.Period)}",
        AggregateOf aggregate => $"{Words.Of(aggregate.Aggregate)} of {Path(aggregate.Property)} of {Event(aggregate.Event)}{Period(aggregate.Period)}",
        OccurrenceOf value => $"{(value.Occurrence == Occurrence.First ? "first" : "last")} {Path(value.Property)} of {Event(value.Event)}{Period(value.Period)}",
        MostFrequentOf value => $"most frequent {Path(value.Property)} of {Event(value.Event)}{Period(value.Period)}",
        RatioOf ratio => $"ratio of {Measure(ratio.Dividend)} to {Measure(ratio.Divisor)}",
        _ => throw new NotSupportedException(measure.GetType().Name),
    };

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
