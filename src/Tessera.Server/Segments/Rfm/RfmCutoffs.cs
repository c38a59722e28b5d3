using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Rfm;

/// <summary>The bounds of the scores 2, 3, 4 and 5 on each axis, in that order; null where no customer reaches the score.</summary>
/// <remarks>
/// With thresholds, the thresholds themselves. With quintiles, the weakest value among the customers who have the score or a better one, so that
/// both read the same way: at most so many days, at least so many orders, at least so much money.
/// </remarks>
/// <param name="Recency">A score is reached with at most this many days since the last purchase.</param>
/// <param name="Frequency">A score is reached with at least this many orders.</param>
/// <param name="Monetary">A score is reached with at least this much money.</param>
internal sealed record RfmCutoffs(IReadOnlyList<int?> Recency, IReadOnlyList<long?> Frequency, IReadOnlyList<decimal?> Monetary)
{
    private static readonly int[] BoundedScores = [2, 3, 4, 5];

    /// <summary>The bounds that a computation arrived at.</summary>
    public static RfmCutoffs From(RfmOptions options, IReadOnlyCollection<RfmCell> cells) =>
        options is { Scoring: RfmScoring.Thresholds, Thresholds: { } thresholds }
            ? new(
                [.. thresholds.Recency.Select(days => (int?)days)],
                [.. thresholds.Frequency.Select(orders => (long?)orders)],
                [.. thresholds.Monetary.Select(amount => (decimal?)amount)])
            : new(
                [.. BoundedScores.Select(score => cells.Where(cell => cell.R >= score).Max(cell => (int?)cell.MostRecencyDays))],
                [.. BoundedScores.Select(score => cells.Where(cell => cell.F >= score).Min(cell => (long?)cell.LeastOrders))],
                [.. BoundedScores.Select(score => cells.Where(cell => cell.M >= score).Min(cell => (decimal?)cell.LeastMonetary)?.Plain())]);
}
