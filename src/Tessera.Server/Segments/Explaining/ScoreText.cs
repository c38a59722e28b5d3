using System.Globalization;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Segments.Explaining;

/// <summary>Values, scores and cut-offs in words.</summary>
internal sealed class ScoreText(RfmOptions options, RfmCutoffs cutoffs, string currency)
{
    /// <summary>3 days ago.</summary>
    public static string DaysAgo(int days) => $"{Days(days)} ago";

    /// <summary>7 orders.</summary>
    public static string Orders(long orders) => orders == 1 ? "1 order" : $"{Number(orders)} orders";

    /// <summary>£4,310.</summary>
    public string Money(decimal amount) => MoneyText.Of(amount, currency);

    /// <summary>score 5: within the most recent 20 %, i.e. at most 17 days.</summary>
    public string RecencyScore(int score) => options.Scoring == RfmScoring.Quintiles && score > 1
        ? $"score {score}: within the most recent {(6 - score) * 20} %, i.e. {RecencyBound(score)}"
        : $"score {score}: {RecencyBound(score)}";

    /// <summary>score 5: at least 6.</summary>
    public string FrequencyScore(int score) => $"score {score}: {AtLeast(cutoffs.Frequency, score, Number)}";

    /// <summary>score 5: at least £2,056.58.</summary>
    public string MonetaryScore(int score) => $"score {score}: {AtLeast(cutoffs.Monetary, score, Money)}";

    /// <summary>What a range of recency scores asks for: at most 32 days; more than 50 days; 33 to 50 days.</summary>
    public string RecencyRange(Rfm.Naming.ScoreRange range)
    {
        var nearest = range.To == 5 ? null : cutoffs.Recency[range.To - 1];
        var farthest = range.From == 1 ? null : cutoffs.Recency[range.From - 2];
        return (range.From, range.To) switch
        {
            (1, 5) => "any time",
            ( > 1, _) when farthest is null => "out of reach: no customer stands out so far",
            (_, 5) => $"at most {Days(farthest!.Value)}",
            (1, _) => nearest is null ? "any time" : $"more than {Days(nearest.Value)}",
            _ => nearest is null ? $"at most {Days(farthest!.Value)}" : $"{Number(nearest.Value + 1)} to {Days(farthest!.Value)}",
        };
    }

    /// <summary>What a range of frequency scores asks for.</summary>
    public string FrequencyRange(Rfm.Naming.ScoreRange range) => Range(cutoffs.Frequency, range, Number, "orders");

    /// <summary>What a range of monetary scores asks for.</summary>
    public string MonetaryRange(Rfm.Naming.ScoreRange range) => Range(cutoffs.Monetary, range, Money, "");

    private string RecencyBound(int score) => score == 1
        ? cutoffs.Recency[0] is { } better ? $"more than {Days(better)}" : "as everybody"
        : $"at most {Days(cutoffs.Recency[score - 2]!.Value)}";

    private static string AtLeast<T>(IReadOnlyList<T?> bounds, int score, Func<T, string> text)
        where T : struct => score == 1
        ? bounds[0] is { } better ? $"less than {text(better)}" : "as everybody"
        : $"at least {text(bounds[score - 2]!.Value)}";

    private static string Range<T>(IReadOnlyList<T?> bounds, Rfm.Naming.ScoreRange range, Func<T, string> text, string unit)
        where T : struct
    {
        var least = range.From == 1 ? null : bounds[range.From - 2];
        var above = range.To == 5 ? null : bounds[range.To - 1];
        var words = (range.From > 1, least, above) switch
        {
            (true, null, _) => "out of reach: no customer stands out so far",
            (_, { } from, { } to) => $"at least {text(from)} and less than {text(to)}",
            (_, { } from, null) => $"at least {text(from)}",
            (_, null, { } to) => $"less than {text(to)}",
            _ => "any",
        };
        return unit.Length > 0 && words != "any" && !words.StartsWith("out", StringComparison.Ordinal) ? $"{words} {unit}" : words;
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{Number(days)} days";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(int number) => Number((long)number);
}
