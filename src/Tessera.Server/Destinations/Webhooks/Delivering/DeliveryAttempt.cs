namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>What one try to deliver came to.</summary>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="Answer">What was wrong, in a sentence; empty when it was taken.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="RetryAfter">When the receiver asks to be tried again.</param>
internal sealed record DeliveryAttempt(int? Status, string Answer, TimeSpan Duration, TimeSpan? RetryAfter = null)
{
    private const int Gone = 410;

    /// <summary>Whether the receiver took it.</summary>
    public bool IsTaken => Status is >= 200 and < 300;

    /// <summary>Whether the receiver wants nothing more.</summary>
    public bool IsGone => Status == Gone;
}
