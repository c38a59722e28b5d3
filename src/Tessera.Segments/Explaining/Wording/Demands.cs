using Tessera.Segments.Text;

namespace Tessera.Segments.Explaining.Wording;

/// <summary>What is asked of counts and values, and what the opposite would be, to follow the word <c>needs</c>.</summary>
internal static class Demands
{
    internal static (string Needed, string Denied) Of(CountTest test, string unit = "")
    {
        var (low, high) = ($"{test.Low}{Unit(test.Low)}", $"{test.High}{Unit(test.High)}");
        return test.Kind switch
        {
            CountTestKind.AtLeast => ($"at least {low}", test.Low == 1 ? "none" : $"fewer than {low}"),
            CountTestKind.AtMost => (test.Low == 0 ? "none" : $"at most {low}", $"more than {low}"),
            CountTestKind.Exactly => ($"exactly {low}", $"any number but {low}"),
            CountTestKind.MoreThan => ($"more than {low}", $"at most {low}"),
            CountTestKind.FewerThan => (test.Low == 1 ? "none" : $"fewer than {low}", $"at least {low}"),
            _ => ($"between {test.Low} and {high}", $"fewer than {test.Low} or more than {high}"),
        };

        string Unit(int count) => unit.Length == 0 ? string.Empty : count == 1 ? $" {unit}" : $" {unit}s";
    }

    internal static (string Needed, string Denied) Of(ValueTest test) => test switch
    {
        TextIs text => Either(text.Negated, Phrases.Quote(text.Value), $"anything but {Phrases.Quote(text.Value)}"),
        TextIsOneOf text => Either(text.Negated, One(text.Values), $"none of {Phrases.List(text.Values)}"),
        TextContains text => Either(text.Negated, $"to contain {Phrases.Quote(text.Value)}", $"not to contain {Phrases.Quote(text.Value)}"),
        TextStartsWith text => To($"start with {Phrases.Quote(text.Value)}"),
        TextEndsWith text => To($"end with {Phrases.Quote(text.Value)}"),
        TextMatches text => To($"match {Phrases.Quote(text.Pattern)}"),
        BooleanIs truth => Either(truth.Negated, truth.Value ? "true" : "false", $"anything but {(truth.Value ? "true" : "false")}"),
        IsSet set => Either(set.Negated, "any value", "no value"),
        NumberCompares number => Compared(number.Comparison, NumberText.Format(number.Value)),
        NumberIsBetween range => ($"a number from {NumberText.Format(range.Low)} to {NumberText.Format(range.High)}", $"no number from {NumberText.Format(range.Low)} to {NumberText.Format(range.High)}"),
        VersionCompares version => Compared(version.Comparison, $"version {version.Version.Text}"),
        Includes list => Including(list),
        HasAnniversaryWithinNext anniversary => To($"have its anniversary within the next {anniversary.Length}"),
        DateTest date => ($"a time {Date(date)}", $"no time {Date(date)}"),
        IsInExtremeShare share => To($"be in the {(share.Extreme == Extreme.Top ? "top" : "bottom")} {share.Share} of all customers"),
        HasBeen been => To($"have been {Phrases.Quote(been.Value)} for at least {been.Length}"),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    internal static string Date(DateTest test) => test switch
    {
        DateIsWithinNext date => $"within the next {date.Length}",
        DateIsWithinLast date => $"within the last {date.Length}",
        DateIsBefore date => $"before {date.Instant}",
        DateIsAfter date => $"after {date.Instant}",
        DateIsMoreThanAgo date => $"more than {date.Length} ago",
        _ => test.ToString(),
    };

    private static (string Needed, string Denied) Compared(Comparison comparison, string bound) => comparison switch
    {
        Comparison.Equal => ($"exactly {bound}", $"anything but {bound}"),
        Comparison.NotEqual => ($"another number than {bound}", $"exactly {bound} or no number"),
        Comparison.Less => ($"less than {bound}", $"{bound} or more"),
        Comparison.LessOrEqual => ($"at most {bound}", $"more than {bound}"),
        Comparison.Greater => ($"more than {bound}", $"at most {bound}"),
        _ => ($"at least {bound}", $"less than {bound}"),
    };

    private static (string Needed, string Denied) Including(Includes list) =>
        list.Values.Count == 1 ? To($"include {Phrases.Quote(list.Values[0])}") : To($"include {(list.Every ? "all" : "any")} of {Phrases.List(list.Values)}");

    private static string One(ValueList<string> values) => values.Count == 1 ? Phrases.Quote(values[0]) : $"one of {Phrases.List(values)}";

    private static (string Needed, string Denied) To(string what) => ($"to {what}", $"not to {what}");

    private static (string Needed, string Denied) Either(bool isNegated, string plain, string negated) => isNegated ? (negated, plain) : (plain, negated);
}
