namespace Tessera.Server.Segments.Rfm;

/// <summary>Fixed cut-offs: on each axis the bounds of the scores 2, 3, 4 and 5, in that order.</summary>
/// <param name="Recency">Days: a score is reached with at most this many days since the last purchase. Strictly falling, such as 365, 180, 90, 30.</param>
/// <param name="Frequency">Orders: a score is reached with at least this many. Strictly rising, such as 2, 3, 5, 10.</param>
/// <param name="Monetary">Money in the workspace's currency: a score is reached with at least this much. Strictly rising.</param>
internal sealed record RfmThresholds(IReadOnlyList<int> Recency, IReadOnlyList<int> Frequency, IReadOnlyList<decimal> Monetary);
