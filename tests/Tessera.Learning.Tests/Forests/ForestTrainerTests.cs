using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Forests;
using Tessera.Learning.Metrics;
using Tessera.Learning.Tests.Boosting;
using Tessera.Learning.Tests.Reference;

namespace Tessera.Learning.Tests.Forests;

public sealed class ForestTrainerTests
{
    // One tree of squared error is one round of boosting without ridge and at full rate, which has its own plain reference.
    [Fact]
    public void Fit_SingleTree_EqualsThePlainImplementation()
    {
        var data = SampleData.Make(BoostingObjective.Squared, 200, 15, weighted: true);
        var same = new BoostingOptions { Objective = BoostingObjective.Squared, Trees = 1, LearningRate = 1, L2 = 0, CategorySmoothing = 0, CategoryL2 = 0, MaximumLeaves = 7, MinimumChildWeight = 3 };

        var expected = new NaiveBoosting(same, data).Fit();
        var model = new ForestTrainer(new ForestOptions { Trees = 1, MaximumLeaves = 7, MinimumLeafWeight = 3 }).Fit(data);

        var row = new double[4];
        for (var i = 0; i < data.RowCount; i++)
        {
            data.Features.CopyRow(i, row);
            model.Predict(row).ShouldBe(expected(row), 1e-9);
        }
    }

    [Fact]
    public void Fit_Forest_PredictsBetterThanItsTrees()
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 3000, 16);
        var fresh = SampleData.Make(BoostingObjective.LogLoss, 3000, 17);

        var tree = new ForestTrainer(new ForestOptions { Trees = 1 }).Fit(data).Predict(fresh.Features);
        var forest = new ForestTrainer(new ForestOptions { Trees = 60 }).Fit(data).Predict(fresh.Features);

        RankingMetrics.AreaUnderCurve(fresh.Target, forest).ShouldBeGreaterThan(RankingMetrics.AreaUnderCurve(fresh.Target, tree) + 0.02);
        ProbabilityMetrics.LogLoss(fresh.Target, forest).ShouldBeLessThan(0.62);
    }

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameForest()
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 20_000, 18);
        var options = new ForestOptions { Trees = 4 };

        var one = new ForestTrainer(options with { Threads = 1 }).Fit(data).Predict(data.Features);

        new ForestTrainer(options with { Threads = 3 }).Fit(data).Predict(data.Features).ShouldBe(one);
        new ForestTrainer(options with { Seed = 2 }).Fit(data).Predict(data.Features).ShouldNotBe(one);
    }
}
