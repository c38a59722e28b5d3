using Tessera.Learning.Boosting;
using Tessera.Learning.Tests.Reference;

namespace Tessera.Learning.Tests.Boosting;

/// <summary>The histogram implementation grows the same trees as the plain one where every value has its own bin.</summary>
public sealed class BoostingDifferentialTests
{
    // Leaf values are sums of doubles in another order; twelve digits remain of them.
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData(BoostingObjective.Squared, false, 1)]
    [InlineData(BoostingObjective.Squared, true, 2)]
    [InlineData(BoostingObjective.LogLoss, false, 3)]
    [InlineData(BoostingObjective.LogLoss, true, 4)]
    [InlineData(BoostingObjective.Poisson, true, 5)]
    [InlineData(BoostingObjective.Tweedie, true, 6)]
    public void Fit_AnyObjective_EqualsThePlainImplementation(BoostingObjective objective, bool weighted, int seed)
    {
        var options = new BoostingOptions { Objective = objective, Trees = 4, MaximumLeaves = 6, MinimumChildWeight = 2, L2 = 0.5, Threads = 1 };
        var data = SampleData.Make(objective, 160, (ulong)seed, weighted);

        var expected = new NaiveBoosting(options, data).Fit();
        var model = new BoostingTrainer(options).Fit(data);

        var row = new double[4];
        for (var i = 0; i < data.RowCount; i++)
        {
            data.Features.CopyRow(i, row);
            model.PredictScore(row).ShouldBe(expected(row), Tolerance);
        }
    }

    [Theory]
    [InlineData(BoostingObjective.LogLoss)]
    [InlineData(BoostingObjective.Quantile)]
    public void Fit_AnyNumberOfThreads_GivesTheSameModel(BoostingObjective objective)
    {
        var data = SampleData.Make(objective, 30_000, 11, weighted: true);
        var options = new BoostingOptions { Objective = objective, Trees = 8, RowShare = 0.7, ColumnShare = 0.75 };

        var one = new BoostingTrainer(options with { Threads = 1 }).Fit(data).Predict(data.Features);

        foreach (var threads in new[] { 2, 3, 7 })
        {
            new BoostingTrainer(options with { Threads = threads }).Fit(data).Predict(data.Features).ShouldBe(one);
        }

        new BoostingTrainer(options with { Seed = 2 }).Fit(data).Predict(data.Features).ShouldNotBe(one);
    }

    [Fact]
    public void Predict_Frame_EqualsRowByRow()
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 3000, 5);
        var model = new BoostingTrainer(new BoostingOptions { Trees = 20 }).Fit(data);

        var all = model.Predict(data.Features);

        var row = new double[4];
        for (var i = 0; i < data.RowCount; i++)
        {
            data.Features.CopyRow(i, row);
            model.Predict(row).ShouldBe(all[i]);
        }
    }
}
