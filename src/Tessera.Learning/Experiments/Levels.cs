namespace Tessera.Learning.Experiments;

/// <summary>Guards the probability that an interval is to cover the truth.</summary>
internal static class Levels
{
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0.5 and 1.</exception>
    public static void Check(double level)
    {
        if (!(level is >= 0.5 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level is at least 0.5 and below 1, such as 0.95.");
        }
    }
}
