namespace Tessera.Server.Segments.Library;

/// <summary>What a workspace's customers spend.</summary>
/// <param name="Buyers">How many of them ever bought.</param>
/// <param name="TopTenth">What one in ten buyers spent at least, rounded for people; 500 where nobody bought.</param>
internal sealed record LibrarySpending(long Buyers, double TopTenth)
{
    private const double Usual = 500;

    /// <summary>Judges by the number that one in ten is above.</summary>
    public static LibrarySpending Of(long buyers, double topTenth)
    {
        if (buyers == 0 || topTenth <= 0)
        {
            return new LibrarySpending(buyers, Usual);
        }

        var step = Math.Pow(10, Math.Floor(Math.Log10(topTenth)) - 1);
        return new LibrarySpending(buyers, Math.Max(step, Math.Round(topTenth / step) * step));
    }
}
