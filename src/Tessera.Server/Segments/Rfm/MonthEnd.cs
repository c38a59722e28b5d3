using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tessera.Server.Segments.Rfm;

/// <summary>The end of a month in the past, as of which a model is computed.</summary>
/// <param name="Date">The reference date: the first day of the next month.</param>
/// <param name="Fingerprint">
/// Of everything that the result depends on: a mark of the options and the time zone (<see cref="MarkOf"/>), then a hash of all order lines
/// before the date.
/// </param>
internal sealed record MonthEnd(DateOnly Date, string Fingerprint)
{
    /// <summary>The months' ends before a reference date, from the first month with order lines on, oldest first.</summary>
    /// <param name="reference">The reference date; a month that ends on it is not in the past yet.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="months">The sums over the order lines of each month, oldest first.</param>
    /// <param name="model">The model to be computed.</param>
    public static IReadOnlyList<MonthEnd> Before(DateOnly reference, int most, IReadOnlyList<MonthFingerprint> months, RfmModel model)
    {
        if (months.Count == 0)
        {
            return [];
        }

        var mark = MarkOf(model.Options, model.TimeZone);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var ends = new List<MonthEnd>();
        var next = 0;
        for (var date = FirstEnd(reference, most, months[0].Month); date < reference; date = date.AddMonths(1))
        {
            for (; next < months.Count && months[next].Month < date; next++)
            {
                Append(hash, $" {months[next].Month:O} {months[next].Lines} {months[next].Hash}");
            }

            ends.Add(new MonthEnd(date, mark + Convert.ToHexStringLower(hash.GetCurrentHash())));
        }

        return ends;
    }

    /// <summary>What the fingerprints of all months begin with that were computed with the same options in the same time zone.</summary>
    public static string MarkOf(RfmOptions options, string timeZone)
    {
        // The reference date of the present does not matter to the past.
        var text = $"{StoredJson.Write(options with { ReferenceDate = null })} {timeZone}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16] + "-";
    }

    private static DateOnly FirstEnd(DateOnly reference, int most, DateOnly firstMonth)
    {
        var firstOfMonth = new DateOnly(reference.Year, reference.Month, 1);
        var earliest = (firstOfMonth == reference ? firstOfMonth.AddMonths(-1) : firstOfMonth).AddMonths(1 - most);
        return firstMonth.AddMonths(1) > earliest ? firstMonth.AddMonths(1) : earliest;
    }

    private static void Append(IncrementalHash hash, FormattableString text) =>
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
}
