using Tessera.Learning.Clustering;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Clustering;

public sealed class KPrototypesTrainerTests
{
    [Fact]
    public void Fit_ClustersOfBothKinds_FindsThemAndNoMoveLowersTheCost()
    {
        var (frame, truth) = Mixed(300, 5);

        var model = new KPrototypesTrainer(new KPrototypesOptions { Clusters = 4, CategoryWeight = 1.5 }).Fit(frame);

        AdjustedRandIndex.Of(model.Assignments, truth).ShouldBeGreaterThan(0.9);
        model.Convergence.Converged.ShouldBeTrue();
        var cost = 0.0;
        for (var row = 0; row < 300; row++)
        {
            // Huang (1998), equation (9), as it stands.
            double[] costs = [.. Enumerable.Range(0, 4).Select(cluster => Math.Pow(frame[0][row] - model.Prototype(cluster)[0], 2) + (frame[1][row] == model.Prototype(cluster)[1] ? 0 : 1.5))];
            costs.Min().ShouldBe(costs[model.Assignments[row]], 1e-12);
            cost += costs.Min();
        }

        model.Cost.ShouldBe(cost, 1e-9);
    }

    [Fact]
    public void Fit_NumbersOnly_IsKMeans()
    {
        var frame = ThreeBlobs.Make(300, 3);

        new KPrototypesTrainer(new KPrototypesOptions { Clusters = 3, Restarts = 20 }).Fit(frame).Cost
            .ShouldBe(new KMeansTrainer(new KMeansOptions { Clusters = 3 }).Fit(frame).Inertia, 0.02);
    }

    [Fact]
    public void Fit_MissingCategory_IsNotEstimable()
    {
        var schema = new FeatureSchema([FeatureDefinition.Categorical("c", ["a", "b"])]);

        Should.Throw<NotEstimableException>(() => new KPrototypesTrainer(new KPrototypesOptions { Clusters = 2 }).Fit(FeatureFrame.Of(schema, [[0, 1, double.NaN]]))).Message.ShouldContain("c has none in row 3");
    }

    internal static (FeatureFrame Frame, int[] Truth) Mixed(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        var (numbers, codes, truth) = (new double[rows], new double[rows], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            truth[row] = row % 4;
            numbers[row] = (row % 2 == 0 ? -2 : 2) + (0.4 * random.NextNormal());
            codes[row] = random.NextDouble() < 0.03 ? 2 : row % 4 / 2;
        }

        var schema = new FeatureSchema([FeatureDefinition.Numeric("n"), FeatureDefinition.Categorical("c", ["a", "it's", "z"])]);
        return (FeatureFrame.Of(schema, [numbers, codes]), truth);
    }
}
