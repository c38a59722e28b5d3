using Tessera.Server.Hosting.Metrics;

namespace Tessera.Server.Segments.Contracts;

/// <summary>How the evaluation of segments call by call is doing.</summary>
internal interface ILiveFigures
{
    /// <summary>Calls that were evaluated.</summary>
    StageFigure Calls { get; }

    /// <summary>As of now.</summary>
    LiveFigures Read();
}

/// <summary>How the evaluation of segments call by call is doing.</summary>
/// <param name="CustomersInMemory">Customers whose state is in memory.</param>
/// <param name="CustomersWithState">Customers whose state is kept; null when that is not known.</param>
/// <param name="Segments">Segments that follow each call.</param>
/// <param name="EvaluateMicroseconds">How long evaluating a customer took lately; null when none was.</param>
/// <param name="TimersDue">Customers whose instant has come and who wait to be evaluated; null when that is not known.</param>
/// <param name="TimersWaiting">Customers who are evaluated by themselves later; null when that is not known.</param>
/// <param name="NextTimer">When the first of them is; null for never.</param>
/// <param name="Differences">What comparing with the engine found; null when it was never compared.</param>
internal sealed record LiveFigures(
    long CustomersInMemory,
    long? CustomersWithState,
    int Segments,
    LiveSpread? EvaluateMicroseconds,
    long? TimersDue,
    long? TimersWaiting,
    DateTimeOffset? NextTimer,
    LiveDifferences? Differences);

/// <summary>The middle and the end of what was measured.</summary>
/// <param name="P50">Half of it is not above.</param>
/// <param name="P99">99 of 100 are not above.</param>
internal sealed record LiveSpread(double P50, double P99);

/// <summary>What comparing live membership with the engine found.</summary>
/// <param name="Total">Differences since the server started; each is a defect, and was put right.</param>
/// <param name="LastCheckedAt">When it was last compared.</param>
internal sealed record LiveDifferences(long Total, DateTimeOffset? LastCheckedAt);
