using System.Numerics;
using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Tests.Boosting;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Tests.Trees;

public sealed class TreeShapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Explain_AnyRow_EqualsTheDefinitionOfShapley(int seed)
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 400, (ulong)seed, weighted: true);
        var model = new BoostingTrainer(new BoostingOptions { Trees = 6, MaximumLeaves = 12, MinimumChildWeight = 0.5 }).Fit(data);
        var row = new double[4];
        for (var i = 0; i < 25; i++)
        {
            data.Features.CopyRow(i, row);

            var explanation = model.Explain(row);

            for (var feature = 0; feature < 4; feature++)
            {
                explanation.Contributions[feature].ShouldBe(Shapley(model.Trees, row, feature), 1e-10);
            }

            (explanation.ExpectedScore + explanation.Contributions.Sum()).ShouldBe(model.PredictScore(row), 1e-10);
        }
    }

    // Shapley (1953): the mean over all orders of what the feature adds, by subsets S: |S|! (d − |S| − 1)! / d!.
    private static double Shapley(TreeEnsemble trees, double[] row, int feature)
    {
        var d = row.Length;
        var sum = 0.0;
        for (var subset = 0; subset < 1 << d; subset++)
        {
            if ((subset >> feature & 1) == 0)
            {
                var size = BitOperations.PopCount((uint)subset);
                sum += Factorial(size) * Factorial(d - size - 1) / Factorial(d) * (Value(trees, row, subset | (1 << feature)) - Value(trees, row, subset));
            }
        }

        return sum;
    }

    private static double Value(TreeEnsemble trees, double[] row, int known) => trees.Roots.Sum(root => Value(trees, row, known, root));

    private static double Value(TreeEnsemble trees, double[] row, int known, int at)
    {
        if (at < 0)
        {
            return trees.LeafValues[~at];
        }

        var node = trees.Nodes[at];
        if ((known >> node.Feature & 1) != 0)
        {
            return Value(trees, row, known, trees.GoesLeft(node, row[node.Feature]) ? node.Left : node.Right);
        }

        return ((Cover(trees, node.Left) * Value(trees, row, known, node.Left)) + (Cover(trees, node.Right) * Value(trees, row, known, node.Right))) / Cover(trees, at);
    }

    private static double Cover(TreeEnsemble trees, int at) => at < 0 ? trees.LeafCovers[~at] : trees.NodeCovers[at];

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
