namespace Tessera.ClickHouse;

/// <summary>How often and how soon a statement that may safely be repeated is tried again.</summary>
/// <remarks>
/// Only reads, inserts with a deduplication token and statements declared idempotent are repeated, and any statement whose
/// connection was never made. What was not answered within its limit is not: it may still be running. The defaults span about twelve seconds: a killed engine is back in less than four.
/// </remarks>
public sealed record RetryOptions
{
    /// <summary>Never try again.</summary>
    public static RetryOptions None { get; } = new() { Tries = 1 };

    /// <summary>How many times a statement is sent at most, the first time included; 1 or more.</summary>
    public int Tries { get; init; } = 7;

    /// <summary>The pause before the second try; each further pause is three times as long.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>No pause is longer than this.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The pause after the given failed try.</summary>
    /// <param name="attempt">The number of the try that failed, from 1.</param>
    /// <returns>The pause before the next one.</returns>
    internal TimeSpan DelayAfter(int attempt)
    {
        var delay = FirstDelay;
        for (var i = 1; i < attempt && delay < LongestDelay; i++)
        {
            delay *= 3;
        }

        return delay < LongestDelay ? delay : LongestDelay;
    }
}
