using Tessera.Learning.Causal;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Causal;

public sealed class TargetingPolicyTests
{
    [Fact]
    public void Choose_Budget_TakesTheRowsWithTheMostGainPerCost()
    {
        // Net gains at a value of 10 are 4, 1, −1, 9 and 2 for costs of 1, 1, 1, 6 and 1.
        var plan = TargetingPolicy.Choose([0.5, 0.2, 0, 1.5, 0.3], [1, 1, 1, 6, 1], 10, 3);

        plan.Rows.ShouldBe([0, 1, 4]);
        plan.Cost.ShouldBe(3);
        plan.ExpectedOutcome.ShouldBe(1, 1e-12);
        plan.ExpectedProfit.ShouldBe(7, 1e-12);
        TargetingPolicy.Choose([0.5, 0.2, 0, 1.5, 0.3], [1, 1, 1, 6, 1], 10, double.PositiveInfinity).Rows.ShouldBe([0, 1, 3, 4]);
        TargetingPolicy.Choose([0.5, -1], [0, 0], 10, 0).Rows.ShouldBe([0]);
    }

    [Fact]
    public void MeanOutcome_ManyTests_IsRightOnAverage()
    {
        var random = new SeededRandom(11);
        bool[] treat = [.. Enumerable.Range(0, 50).Select(i => i % 3 == 0)];
        double[] with = [.. Enumerable.Range(0, 50).Select(i => i % 7 / 3.0)];
        double[] without = [.. Enumerable.Range(0, 50).Select(i => i % 5 / 4.0)];
        var truth = Enumerable.Range(0, 50).Average(i => treat[i] ? with[i] : without[i]);
        var estimates = new double[4000];
        for (var repeat = 0; repeat < estimates.Length; repeat++)
        {
            var rows = Enumerable.Range(0, 50).ToArray();
            random.Shuffle(rows);
            var treated = new bool[50];
            foreach (var row in rows.AsSpan(0, 20))
            {
                treated[row] = true;
            }

            estimates[repeat] = TargetingPolicy.MeanOutcome(treat, treated, [.. Enumerable.Range(0, 50).Select(i => treated[i] ? with[i] : without[i])]);
        }

        var error = Math.Sqrt(estimates.Sum(estimate => (estimate - truth) * (estimate - truth))) / estimates.Length;
        // Four standard errors: one false alarm in 16,000.
        estimates.Average().ShouldBe(truth, 4 * error);
    }
}
