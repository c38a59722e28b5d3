using System.Collections.Immutable;
using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Metrics;

namespace Tessera.Learning.Tests.Boosting;

public sealed class BoostingTrainerTests
{
    [Fact]
    public void Constructor_InvalidOptions_ListsAllProblems() =>
        Should.Throw<InvalidOptionsException>(() => new BoostingTrainer(new BoostingOptions { Trees = 0, LearningRate = 2, MaximumBins = 300 }))
            .Problems.Count.ShouldBe(3);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Fit_MonotoneFeature_NeverTurnsBack(int direction)
    {
        // The truth falls and rises; only one of the two may be followed.
        var random = new SeededRandom(3);
        double[] x = [.. Enumerable.Range(0, 2000).Select(_ => (4 * random.NextDouble()) - 2)];
        double[] other = [.. x.Select(_ => random.NextDouble())];
        double[] y = [.. x.Select((value, row) => (value * value) + other[row] + (0.1 * random.NextNormal()))];
        var data = new TrainingSet(FeatureFrame.Numeric(["x", "other"], [x, other]), y);
        var options = new BoostingOptions
        {
            Objective = BoostingObjective.Squared,
            Trees = 60,
            Monotone = ImmutableDictionary<string, int>.Empty.Add("x", direction),
        };

        var model = new BoostingTrainer(options).Fit(data);

        foreach (var fixedOther in new[] { 0.1, 0.5, 0.9 })
        {
            double[] curve = [.. Enumerable.Range(0, 200).Select(step => model.Predict([-2 + (step * 0.02), fixedOther]))];
            curve.Zip(curve.Skip(1), (before, after) => direction * (after - before)).ShouldAllBe(change => change >= 0);
            (direction * (curve[^1] - curve[0])).ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public void Fit_ValidationRows_KeepsTheTreesWithTheLeastLoss()
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 600, 21);
        var validation = SampleData.Make(BoostingObjective.LogLoss, 600, 22);
        var options = new BoostingOptions { Trees = 500, EarlyStoppingRounds = 20 };

        var model = new BoostingTrainer(options).Fit(data, validation);

        model.Convergence.Converged.ShouldBeTrue();
        model.TreeCount.ShouldBe(model.ValidationLosses.ToList().IndexOf(model.ValidationLosses.Min()) + 1);
        model.ValidationLosses.Count.ShouldBe(model.TreeCount + 20);
        ProbabilityMetrics.LogLoss(validation.Target, model.Predict(validation.Features)).ShouldBe(model.ValidationLosses.Min(), 1e-12);
        var shorter = new BoostingTrainer(options with { Trees = model.TreeCount }).Fit(data);
        shorter.Predict(data.Features).ShouldBe(model.Predict(data.Features));
    }

    [Fact]
    public void Fit_IntegerWeights_EqualRepeatedRows()
    {
        var data = SampleData.Make(BoostingObjective.Squared, 300, 8);
        double[] weights = [.. Enumerable.Range(0, 300).Select(row => 1.0 + (row % 3))];
        int[] repeated = [.. Enumerable.Range(0, 300).SelectMany(row => Enumerable.Repeat(row, 1 + (row % 3)))];
        var options = new BoostingOptions { Objective = BoostingObjective.Squared, Trees = 15 };

        var weighted = new BoostingTrainer(options).Fit(new TrainingSet(data.Features, data.Target, weights));
        var copied = new BoostingTrainer(options).Fit(data.Take(repeated));

        var (first, second) = (weighted.Predict(data.Features), copied.Predict(data.Features));
        for (var row = 0; row < first.Length; row++)
        {
            first[row].ShouldBe(second[row], 1e-9);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    public void Fit_Quantile_LeavesThatShareBelow(double level)
    {
        var data = SampleData.Make(BoostingObjective.Quantile, 4000, 31);
        var fresh = SampleData.Make(BoostingObjective.Quantile, 4000, 32);

        var model = new BoostingTrainer(new BoostingOptions { Objective = BoostingObjective.Quantile, QuantileLevel = level, Trees = 60, MaximumLeaves = 8 }).Fit(data);

        var predictions = model.Predict(fresh.Features);
        var below = Enumerable.Range(0, fresh.RowCount).Count(row => fresh.Target[row] <= predictions[row]) / (double)fresh.RowCount;
        // Three standard errors of a share of 4000 are below 0.015; as much again for the model's own error.
        below.ShouldBe(level, 0.03);
    }

    [Theory]
    [InlineData(BoostingObjective.Poisson, 0.01)]
    [InlineData(BoostingObjective.Squared, 0.01)]
    // Its optimum balances y − mean weighted by mean¹⁻ᵖ, so that the sums are only near each other.
    [InlineData(BoostingObjective.Tweedie, 0.1)]
    public void Fit_MeanObjectives_PredictMeansThatRankAndAddUp(BoostingObjective objective, double tolerance)
    {
        var data = SampleData.Make(objective, 6000, 41);
        var fresh = SampleData.Make(objective, 6000, 42);

        var model = new BoostingTrainer(new BoostingOptions { Objective = objective, Trees = 60, MaximumLeaves = 8 }).Fit(data);

        var predictions = model.Predict(fresh.Features);
        (model.Predict(data.Features).Average() / data.Target.ToArray().Average()).ShouldBe(1, tolerance);
        // Nine standard errors of a correlation of 6000 unrelated rows.
        RegressionMetrics.Spearman(fresh.Target, predictions).ShouldBeGreaterThan(0.12);
    }

    [Fact]
    public void Fit_RowShare_GrowsEachTreeOnThatShare()
    {
        var data = SampleData.Make(BoostingObjective.Squared, 1000, 9);

        var model = new BoostingTrainer(new BoostingOptions { Objective = BoostingObjective.Squared, Trees = 3, RowShare = 0.3 }).Fit(data);

        model.Trees.Roots.Select(root => model.Trees.NodeCovers[root]).ShouldAllBe(cover => cover == 300);
    }

    [Fact]
    public void Fit_TargetsThatDoNotFit_AreNotEstimable()
    {
        var frame = FeatureFrame.Numeric(["x"], [[1, 2, 3]]);
        Should.Throw<NotEstimableException>(() => Fit(BoostingObjective.LogLoss, [1, 1, 1])).Message.ShouldStartWith("All 3 rows have the same class");
        Should.Throw<NotEstimableException>(() => Fit(BoostingObjective.LogLoss, [0, 1, 2]));
        Should.Throw<NotEstimableException>(() => Fit(BoostingObjective.Poisson, [1, -1, 2]));
        Should.Throw<NotEstimableException>(() => Fit(BoostingObjective.Tweedie, [0, 0, 0]));

        void Fit(BoostingObjective objective, double[] target) => new BoostingTrainer(new BoostingOptions { Objective = objective }).Fit(new TrainingSet(frame, target));
    }

    [Fact]
    public void Fit_NothingToLearn_StopsAtOnceAndPredictsTheMean()
    {
        var model = new BoostingTrainer(new BoostingOptions { Objective = BoostingObjective.Squared })
            .Fit(new TrainingSet(FeatureFrame.Numeric(["x"], [[1, 1, 1]]), [1, 2, 6]));

        model.TreeCount.ShouldBe(0);
        model.Convergence.Converged.ShouldBeTrue();
        model.Predict([double.NaN]).ShouldBe(3);
    }

    [Fact]
    public void Fit_Cancelled_Stops() => Should.Throw<OperationCanceledException>(
        () => new BoostingTrainer(new BoostingOptions()).Fit(SampleData.Make(BoostingObjective.LogLoss, 100, 1), cancellationToken: new CancellationToken(canceled: true)));
}
