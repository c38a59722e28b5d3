namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>When a delivery that failed is tried again: the schedule that Standard Webhooks 1.0 gives as its example, a little more than three days in all.</summary>
internal static class RetrySchedule
{
    private const double Jitter = 0.1;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    // A receiver that is down is looked for more often than any one delivery is tried again.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    /// <summary>The pause after so many tries, or null when there have been enough of them.</summary>
    /// <param name="attempts">How often the delivery was tried, from 1.</param>
    /// <param name="chance">A number from 0 to 1 by which pauses differ, so that deliveries that failed together do not come together again.</param>
    public static TimeSpan? After(long attempts, double chance) =>
        attempts <= Pauses.Length ? Pauses[attempts - 1] * (1 - Jitter + (2 * Jitter * chance)) : null;

    /// <summary>For how long a receiver is left alone after so many failures in a row.</summary>
    /// <param name="failures">How many, from 1.</param>
    public static TimeSpan Silence(long failures)
    {
        var pause = Pauses[0] * Math.Pow(2, Math.Min(failures, 10) - 1);
        return pause < LongestSilence ? pause : LongestSilence;
    }
}
