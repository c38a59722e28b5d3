using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Linear;
using Tessera.Learning.Metrics;
using Tessera.Learning.Selection;
using Tessera.Learning.Tests.Boosting;
using Tessera.Learning.Validation;

namespace Tessera.Learning.Tests.Selection;

public sealed class ModelSelectorTests
{
    [Fact]
    public void Fit_LinearTruth_PrefersTheLinearModel()
    {
        var data = Line(600, 1);

        var model = new ModelSelector(new SelectionOptions { Task = PredictionTask.Regression, Kinds = [ModelKind.Linear, ModelKind.Tree] }).Fit(data);

        model.Parts.OfType<LinearModel>().Count().ShouldBe(1);
        model.Candidates.First(candidate => candidate.Kind is not null).Kind.ShouldBe(ModelKind.Linear);
        var fresh = Line(600, 2);
        // The noise has a deviation of 0.1.
        RegressionMetrics.RootMeanSquaredError(fresh.Target, model.Predict(fresh.Features)).ShouldBe(0.1, 0.01);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Fit_NothingToLearn_PredictsAboutTheMean(int seed)
    {
        const int rows = 200;
        var random = new Random(seed);
        var frame = FeatureFrame.Numeric(["noise", "turn"], [[.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())], [.. Enumerable.Range(0, rows).Select(row => row % 7.0)]]);
        var classes = new TrainingSet(frame, [.. Enumerable.Range(0, rows).Select(row => row % 2.0)]);
        var amounts = new TrainingSet(frame, [.. Enumerable.Range(0, rows).Select(_ => 5 + random.NextDouble())]);

        var probabilities = new ModelSelector(new SelectionOptions()).Fit(classes).Predict(frame);
        var values = new ModelSelector(new SelectionOptions { Task = PredictionTask.Regression }).Fit(amounts);

        probabilities.Length.ShouldBe(rows);
        probabilities.Average().ShouldBe(0.5, 0.05);
        values.Predict(frame).Average().ShouldBe(5.5, 0.1);
        values.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void Fit_Classes_IsCalibratedAndSaysWhy()
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 2000, 5);
        var fresh = SampleData.Make(BoostingObjective.LogLoss, 4000, 6);

        var model = new ModelSelector(new SelectionOptions { Kinds = [ModelKind.Linear, ModelKind.Tree] }).Fit(data);

        var predictions = model.Predict(fresh.Features);
        ProbabilityMetrics.ExpectedCalibrationError(fresh.Target, predictions).ShouldBeLessThan(0.04);
        model.Candidates.Count.ShouldBe(3);
        model.Candidates.Zip(model.Candidates.Skip(1), (better, worse) => worse.Loss - better.Loss).ShouldAllBe(step => step >= 0);
        model.Reason.ShouldContain("log loss");
        var row = new double[4];
        fresh.Features.CopyRow(0, row);
        model.Predict(row).ShouldBe(predictions[0], 1e-14);
    }

    // In the earlier two thirds y follows x in a step, later in a line: what is chosen must be what holds later.
    [Fact]
    public void Fit_FoldInTime_ChoosesWhatPredictsTheLatest()
    {
        var random = new SeededRandom(9);
        double[] x = [.. Enumerable.Range(0, 900).Select(_ => random.NextNormal())];
        double[] y = [.. x.Select((value, row) => (row < 600 ? Math.Sign(value) * 3 : value) + (0.1 * random.NextNormal()))];
        var data = new TrainingSet(FeatureFrame.Numeric(["x"], [x]), y);
        var fold = Folds.ByTime(new NumericColumn("month", [.. Enumerable.Range(0, 900).Select(row => row / 30.0)]), 1.0 / 3);
        var selector = new ModelSelector(new SelectionOptions { Task = PredictionTask.Regression, Kinds = [ModelKind.Linear, ModelKind.Tree] });

        var late = selector.Fit(data, [fold]);

        late.Parts.ShouldHaveSingleItem().ShouldBeOfType<LinearModel>();
        late.Candidates.Count.ShouldBe(2);
        selector.Fit(data).Candidates[0].Kind.ShouldNotBe(ModelKind.Linear);
    }

    [Fact]
    public void Of_PermutationImportance_FindsWhatMatters()
    {
        var data = Line(500, 3);
        var model = new LinearRegressionTrainer(new LinearOptions()).Fit(data);

        var importances = PermutationImportance.Of(model, data.Features, predicted => RegressionMetrics.RootMeanSquaredError(data.Target, predicted), repeats: 3);

        importances[0].ShouldBeGreaterThan(1);
        importances[1].ShouldBe(0, 0.01);
    }

    // y = 2 x + noise; the second feature has no part in it.
    private static TrainingSet Line(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[] x = [.. Enumerable.Range(0, rows).Select(_ => random.NextNormal())];
        double[] other = [.. x.Select(_ => random.NextNormal())];
        return new TrainingSet(FeatureFrame.Numeric(["x", "other"], [x, other]), [.. x.Select(value => (2 * value) + (0.1 * random.NextNormal()))]);
    }
}
