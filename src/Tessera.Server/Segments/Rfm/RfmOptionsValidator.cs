using System.Globalization;
using System.Numerics;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Says everything that is wrong with a set of options, at once.</summary>
internal static class RfmOptionsValidator
{
    // The dates that the engine's Date type holds, with a year to spare at either end.
    private static readonly DateOnly FirstDate = new(1971, 1, 1);
    private static readonly DateOnly LastDate = new(2148, 1, 1);
    private const decimal LargestAmount = 1_000_000_000_000;

    /// <summary>The mistakes by the path of the field they are in; empty when the options can be used.</summary>
    public static IReadOnlyDictionary<string, string[]> Validate(RfmOptions options)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (options.WindowDays is < 1 or > RfmOptions.MaxWindowDays)
        {
            errors["options.windowDays"] = [$"{options.WindowDays} days is not a window: give 1 to {RfmOptions.MaxWindowDays}, or leave it out to count everything."];
        }

        if (options.ReferenceDate is { } date && (date < FirstDate || date > LastDate))
        {
            errors["options.referenceDate"] = [$"{date:yyyy-MM-dd} is out of range: give a date from {FirstDate:yyyy-MM-dd} to {LastDate:yyyy-MM-dd}."];
        }

        if (options.Scoring == RfmScoring.Thresholds && options.Thresholds is null)
        {
            errors["options.thresholds"] = ["Scoring by thresholds needs them: give four cut-offs each for recency, frequency and monetary."];
        }

        if (options.Thresholds is { } thresholds)
        {
            Check(errors, "recency", thresholds.Recency, rising: false, 1, RfmOptions.MaxWindowDays);
            Check(errors, "frequency", thresholds.Frequency, rising: true, 1, 1_000_000);
            Check(errors, "monetary", thresholds.Monetary, rising: true, -LargestAmount, LargestAmount);
        }

        return errors;
    }

    private static void Check<T>(Dictionary<string, string[]> errors, string axis, IReadOnlyList<T>? values, bool rising, T least, T most)
        where T : struct, INumber<T>
    {
        var found = new List<string>();
        if (values is not { Count: 4 })
        {
            found.Add($"{values?.Count ?? 0} cut-offs given: give four, for the scores 2, 3, 4 and 5.");
        }
        else
        {
            var text = string.Join(", ", values.Select(value => value.ToString(null, CultureInfo.InvariantCulture)));
            if (values.Zip(values.Skip(1)).Any(pair => rising ? pair.First >= pair.Second : pair.First <= pair.Second))
            {
                found.Add(rising
                    ? $"{text} do not rise: a better score needs more, such as 2, 3, 5, 10."
                    : $"{text} do not fall: a better score needs a more recent purchase, such as 365, 180, 90, 30.");
            }

            if (values.Any(value => value < least || value > most))
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{text} leaves the range {least} to {most}."));
            }
        }

        if (found.Count > 0)
        {
            errors[$"options.thresholds.{axis}"] = [.. found];
        }
    }
}
