using Tessera.Learning.Bandits;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Bandits;

public sealed class BanditPolicyTests
{
    private static readonly double[] Truth = [0.1, 0.12, 0.25, 0.18];

    [Fact]
    public void Choose_ManyDecisions_LosesFarLessThanByChance()
    {
        // By chance each of 4,000 decisions loses 0.0875: 350. Lai and Robbins' bound is near 30 here.
        Regret(new ThompsonSampling()).ShouldBeLessThan(90);
        Regret(new UpperConfidenceBound(0.3)).ShouldBeLessThan(90);
        Regret(new UpperConfidenceBound()).ShouldBeLessThan(300);

        static double Regret(IBanditPolicy policy) => Enumerable.Range(0, 10).Average(repeat =>
        {
            var random = new SeededRandom((ulong)repeat + 100);
            var arms = new BanditArm[Truth.Length];
            var lost = 0.0;
            for (var decision = 0; decision < 4000; decision++)
            {
                var arm = policy.Choose(arms, (ulong)((repeat * 4000) + decision));
                arms[arm] = arms[arm].With(random.NextDouble() < Truth[arm] ? 1 : 0);
                lost += Truth.Max() - Truth[arm];
            }

            return lost;
        });
    }

    [Fact]
    public void Probabilities_OfThompson_AreThoseOfBeingTheBest()
    {
        // P(Beta(a, b) > Beta(c, d)) for Beta(4, 2) and Beta(1, 1): E[Beta(4, 2)] = 2/3, since the other is uniform.
        var probabilities = new ThompsonSampling().Probabilities([new(4, 3), new(0, 0)], 200_000, 1);

        // Four standard errors.
        probabilities[0].ShouldBe(2.0 / 3, 4 * Math.Sqrt(2.0 / 9 / 200_000));
        probabilities.Sum().ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Choose_UpperConfidenceBound_IsTheFormula()
    {
        // Of 30 pulls: 0.5 + √(2 ln 30/20) = 1.083 and 0.3 + √(2 ln 30/10) = 1.125.
        new UpperConfidenceBound().Choose([new(20, 10), new(10, 3)], 0).ShouldBe(1);
        new UpperConfidenceBound(0.5).Choose([new(20, 10), new(10, 3)], 0).ShouldBe(0);
        new UpperConfidenceBound().Choose([new(20, 10), new(0, 0)], 0).ShouldBe(1);
    }

    [Fact]
    public void LinearArm_ManyRewards_IsTheRidgeRegression()
    {
        var random = new SeededRandom(4);
        var arm = new LinearArm(3, 0.5);
        var (matrix, vector) = (new double[3, 3], new double[3]);
        for (var i = 0; i < 3; i++)
        {
            matrix[i, i] = 0.5;
        }

        for (var row = 0; row < 200; row++)
        {
            double[] x = [1, random.NextNormal(), random.NextNormal()];
            var reward = 0.3 + x[1] - (2 * x[2]) + (0.1 * random.NextNormal());
            arm = arm.With(x, reward);
            for (var i = 0; i < 3; i++)
            {
                vector[i] += reward * x[i];
                for (var j = 0; j < 3; j++)
                {
                    matrix[i, j] += x[i] * x[j];
                }
            }
        }

        var theta = Recommendation.NaiveRecommenders.Solve(matrix, vector);
        arm.Coefficients.ToArray().ShouldBe(theta, 1e-9);
        double[] context = [1, 0.5, -1];
        var solved = Recommendation.NaiveRecommenders.Solve(matrix, context);
        arm.Width(context).ShouldBe(Math.Sqrt(context.Zip(solved, (a, b) => a * b).Sum()), 1e-9);
        arm.Mean(context).ShouldBe(context.Zip(theta, (a, b) => a * b).Sum(), 1e-9);
        arm.Pulls.ShouldBe(200);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LinearBandit_ArmsThatDependOnTheContext_AreLearned(bool thompson)
    {
        var random = new SeededRandom(7);
        LinearArm[] arms = [new(3), new(3), new(3)];
        double[][] truth = [[0.2, 1, 0], [0.2, 0, 1], [0.5, -0.5, -0.5]];
        var lost = 0.0;
        for (var decision = 0; decision < 3000; decision++)
        {
            double[] x = [1, random.NextNormal(), random.NextNormal()];
            var arm = thompson ? LinearBandit.ByThompson(arms, x, 0.3, (ulong)decision) : LinearBandit.ByUpperBound(arms, x, 0.5);
            double[] expected = [.. truth.Select(theta => theta.Zip(x, (a, b) => a * b).Sum())];
            arms[arm] = arms[arm].With(x, expected[arm] + (0.3 * random.NextNormal()));
            lost += decision < 1000 ? 0 : expected.Max() - expected[arm];
        }

        // By chance the last 2,000 decisions lose about 2,000.
        lost.ShouldBeLessThan(40);
    }
}
