using Tessera.Server.Hosting.Metrics;

namespace Tessera.Server.Ingestion.Contracts;

/// <summary>What came in through the tracking API since the server started.</summary>
internal sealed class IntakeFigures(TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);
    private (long At, string Because)? turnedAway;

    /// <summary>Calls that were received and are durable, good or not.</summary>
    public StageFigure Received { get; } = new(time);

    /// <summary>Calls that go through the pipeline.</summary>
    public StageFigure Accepted { get; } = new(time);

    /// <summary>Calls that were kept aside, each with its reason.</summary>
    public StageFigure Refused { get; } = new(time);

    /// <summary>Why senders were told to come again in the last ten seconds; null when none was.</summary>
    public string? TurnedAwayBecause => turnedAway is { } last && time.GetElapsedTime(last.At) < Memory ? last.Because : null;

    public void Stored(int accepted, int rejected)
    {
        Received.Add(accepted + rejected);
        Accepted.Add(accepted);
        Refused.Add(rejected);
    }

    /// <summary>Notes that a sender was told to come again.</summary>
    public void TurnedAway(string because) => turnedAway = (time.GetTimestamp(), because);
}
