namespace Tessera.Server.Ingestion.Tracking;

/// <summary>When a call happened by the server's clock.</summary>
internal static class ClockCorrection
{
    /// <summary>
    /// <c>receivedAt − (sentAt − timestamp)</c>, which cancels what the sender's clock is off by. A call that does not say when it was
    /// sent is taken at its word; one that does not say when it happened, happened when it was received.
    /// </summary>
    public static DateTimeOffset Correct(DateTimeOffset? timestamp, DateTimeOffset? sentAt, DateTimeOffset receivedAt)
    {
        if (timestamp is not { } stated)
        {
            return receivedAt;
        }

        // A clock that is off by thousands of years leaves an instant that is refused later, not an overflow here.
        return sentAt is { } sent
            ? new DateTimeOffset(Math.Clamp(receivedAt.UtcTicks - (sent.UtcTicks - stated.UtcTicks), 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero)
            : stated;
    }
}
