using Tessera.Learning.Metrics;

namespace Tessera.Learning.Causal;

/// <summary>Whom to treat under a budget, and what that is worth.</summary>
/// <remarks>
/// Rows are taken by falling net gain per cost as long as the budget lasts and the gain is positive: the greedy solution of the knapsack, which
/// loses at most the value of one row against the best (Dantzig 1957, Discrete-variable extremum problems, Operations Research 5(2)).
/// </remarks>
public static class TargetingPolicy
{
    // Costs such as 0.1 add up to a little more than their sum; the budget is not to end one row early for that.
    private const double Rounding = 1e-12;

    /// <summary>Chooses the rows to treat.</summary>
    /// <param name="uplift">The expected change of each row's outcome by treatment, [n].</param>
    /// <param name="costs">What treating each row costs, [n]: finite and not negative.</param>
    /// <param name="valuePerOutcome">What one unit of outcome is worth, in units of cost; above 0.</param>
    /// <param name="budget">What may be spent; not negative, infinite for no limit.</param>
    /// <returns>The rows to treat with cost and expected gain. O(n log n).</returns>
    public static TargetingPlan Choose(ReadOnlySpan<double> uplift, ReadOnlySpan<double> costs, double valuePerOutcome, double budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(valuePerOutcome);
        ScoreOrder.Check(costs, uplift);
        var gainPerCost = new double[uplift.Length];
        for (var row = 0; row < gainPerCost.Length; row++)
        {
            if (!double.IsFinite(costs[row]) || costs[row] < 0)
            {
                throw new ArgumentException($"The cost of row {row} is {costs[row]}; costs are finite and not negative.", nameof(costs));
            }

            var gain = (valuePerOutcome * uplift[row]) - costs[row];
            gainPerCost[row] = costs[row] > 0 ? gain / costs[row] : gain > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        }

        var rows = new List<int>();
        double spent = 0, outcome = 0;
        foreach (var row in ScoreOrder.Falling(gainPerCost))
        {
            if (!(gainPerCost[row] > 0))
            {
                break;
            }

            if (spent + costs[row] <= budget + (Rounding * spent * rows.Count))
            {
                rows.Add(row);
                spent += costs[row];
                outcome += uplift[row];
            }
        }

        return new TargetingPlan([.. rows.Order()], spent, outcome, (valuePerOutcome * outcome) - spent);
    }

    /// <summary>What a policy would have brought per row, estimated on rows of a randomised test that it did not learn from.</summary>
    /// <remarks>
    /// Inverse probability weighting: Horvitz and Thompson (1952), Journal of the American Statistical Association 47, equation (4), with the share of the arm
    /// as the probability. Unbiased.
    /// </remarks>
    /// <param name="treat">Whether the policy would treat each row, [n].</param>
    /// <param name="treated">Whether each row was treated, [n].</param>
    /// <param name="outcome">What came of it, [n].</param>
    /// <exception cref="NotEstimableException">All rows are of one arm.</exception>
    public static double MeanOutcome(ReadOnlySpan<bool> treat, ReadOnlySpan<bool> treated, ReadOnlySpan<double> outcome)
    {
        if (treat.Length != treated.Length || treat.Length != outcome.Length)
        {
            throw new ArgumentException($"There are {treat.Length} decisions, {treated.Length} treatments and {outcome.Length} outcomes.", nameof(treat));
        }

        var share = (double)treated.Count(value: true) / Math.Max(1, treated.Length);
        if (!(share is > 0 and < 1))
        {
            throw new NotEstimableException("The value of a policy needs rows that were treated and rows that were not.");
        }

        var sum = 0.0;
        for (var row = 0; row < treat.Length; row++)
        {
            sum += treat[row] == treated[row] ? outcome[row] / (treated[row] ? share : 1 - share) : 0;
        }

        return sum / treat.Length;
    }
}
