using System.Globalization;

namespace Tessera.Server.Imports.Jobs;

/// <summary>Ends an import early whose rows are nearly all rejected: the mapping is wrong, and reading on would only cost time.</summary>
internal static class EarlyFailure
{
    private const long JudgedAfter = 1000;
    private const double Hopeless = 0.95;

    /// <summary>Judges at one point of the way, and again at the end.</summary>
    /// <param name="rows">How many rows were read.</param>
    /// <param name="rejected">The rejected ones.</param>
    /// <param name="isEnd">Whether no more rows follow.</param>
    /// <param name="advice">What the sender should do, as the end of a sentence.</param>
    /// <exception cref="ImportException">Too few rows are of any use.</exception>
    public static void Check(long rows, RejectedRows rejected, bool isEnd, string advice = "check the mapping")
    {
        if (isEnd ? rows > 0 && rejected.Count == rows : rows == JudgedAfter && rejected.Count >= JudgedAfter * Hopeless)
        {
            var worst = rejected.Reasons[0];
            var example = worst.Example.Length > 0 ? $", such as \"{worst.Example}\" in line {Number(worst.Line)}" : $", as in line {Number(worst.Line)}";
            var column = worst.Column.Length > 0 ? $" ({worst.Column})" : string.Empty;
            throw ImportErrors.AllRejected(rows, rejected.Count, $"{worst.Reason}{column}{example}", advice);
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
