namespace Tessera.Segments.Explaining.Changing;

/// <summary>How much may still be tried to find a change: each try goes through the customer's calls.</summary>
internal sealed class Effort
{
    private const int Most = 250_000;
    private const int PerTry = 500;
    private int left = Most;

    /// <summary>Whether one more try over so many calls is worth it.</summary>
    internal bool Allows(int calls)
    {
        left -= Math.Min(left, calls + PerTry);
        return left > 0;
    }
}
