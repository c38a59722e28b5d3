using Tessera.Learning.Causal;
using Tessera.Learning.Data;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Causal;

public sealed class UpliftForestTrainerTests
{
    [SkippableFact]
    public void Fit_HillstromWomensMailOnVisit_RanksFarBetterThanChance()
    {
        var (data, folds) = Hillstrom.Womens();
        Hillstrom.MeanQini(data, folds, new UpliftForestTrainer(new UpliftForestOptions { Trees = 60 }).Fit).ShouldBeGreaterThanOrEqualTo(0.007);
        Hillstrom.MeanQini(data, folds, new UpliftForestTrainer(new UpliftForestOptions { Trees = 1, MaximumDepth = 3 }).Fit).ShouldBeGreaterThanOrEqualTo(0.006);
    }

    [Fact]
    public void Fit_OneTree_ChoosesWhatAReferenceChooses()
    {
        var (data, _) = KnownEffects.Make(400, 8, treatedShare: 0.5);

        var model = new UpliftForestTrainer(new UpliftForestOptions { Trees = 1, MaximumDepth = 1, Honest = false, MinimumArmRows = 20, MaximumBins = 255 }).Fit(data);

        var (gain, left, right) = NaiveUpliftSplit.Best(data, 20);
        gain.ShouldBeGreaterThan(0);
        var predicted = model.Predict(data.Features);
        predicted.Distinct().Order().ToArray().ShouldBe(new[] { left, right }.Order().ToArray(), 1e-12);
    }

    [Fact]
    public void Fit_Forest_FindsKnownEffectsAndExplainsThem()
    {
        var (data, truth) = KnownEffects.Make(6000, 5, treatedShare: 0.4);

        var model = new UpliftForestTrainer(new UpliftForestOptions { MinimumArmRows = 25, MaximumDepth = 6, ColumnShare = 1 }).Fit(data);

        var predicted = model.Predict(data.Features);
        Math.Sqrt(predicted.Zip(truth, (first, second) => (first - second) * (first - second)).Average()).ShouldBeLessThan(0.5);
        var row = new double[3];
        data.Features.CopyRow(7, row);
        var explanation = model.Explain(row);
        (explanation.ExpectedScore + explanation.Contributions.Sum()).ShouldBe(predicted[7], 1e-9);
    }

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameModel()
    {
        var (data, _) = KnownEffects.Make(1000, 5, treatedShare: 0.5);
        var options = new UpliftForestOptions { Trees = 10, MinimumArmRows = 20 };

        var one = new UpliftForestTrainer(options with { Threads = 1 }).Fit(data).Predict(data.Features);

        new UpliftForestTrainer(options with { Threads = 4 }).Fit(data).Predict(data.Features).ShouldBe(one);
    }
}
