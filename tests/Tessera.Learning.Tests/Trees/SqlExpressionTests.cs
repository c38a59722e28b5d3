using System.Globalization;
using System.Text;
using Tessera.Learning.Boosting;
using Tessera.Learning.Calibration;
using Tessera.Learning.Causal;
using Tessera.Learning.Data;
using Tessera.Learning.Forests;
using Tessera.Learning.Linear;
using Tessera.Learning.Selection;
using Tessera.Learning.Tests.Boosting;
using Tessera.Testing;

namespace Tessera.Learning.Tests.Trees;

/// <summary>What a model computes in process, the engine computes from its SQL.</summary>
public sealed class SqlExpressionTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly string Settings = string.Join('&', SqlSettings.LargeModel.Select(setting => $"{setting.Key}={setting.Value}"));

    [Theory]
    [InlineData(BoostingObjective.LogLoss)]
    [InlineData(BoostingObjective.Squared)]
    [InlineData(BoostingObjective.Tweedie)]
    public async Task ToSql_MissingValuesAndUnseenCategories_GivesTheSameNumber(BoostingObjective objective)
    {
        var data = SampleData.Make(objective, 800, 71);
        var model = new BoostingTrainer(new BoostingOptions { Objective = objective, Trees = 12, MaximumLeaves = 10 }).Fit(data);
        await ShouldAgree(model, data.Features);
    }

    [Fact]
    public async Task ToSql_LinearAndForest_GiveTheSameNumber()
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 800, 72);
        await ShouldAgree(new LogisticRegressionTrainer(new LinearOptions()).Fit(data), data.Features);
        await ShouldAgree(new LinearRegressionTrainer(new LinearOptions()).Fit(data), data.Features);
        await ShouldAgree(new ForestTrainer(new ForestOptions { Trees = 5, MaximumLeaves = 20 }).Fit(data), data.Features);
    }

    [Theory]
    [InlineData(PredictionTask.Classification)]
    [InlineData(PredictionTask.Regression)]
    public async Task ToSql_Blend_GivesTheSameNumber(PredictionTask task)
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 800, 73);
        IPredictor[] parts =
        [
            new LogisticRegressionTrainer(new LinearOptions()).Fit(data),
            new ForestTrainer(new ForestOptions { Trees = 4, MaximumLeaves = 60, MinimumLeafWeight = 1 }).Fit(data),
            new BoostingTrainer(new BoostingOptions { Trees = 8 }).Fit(data),
        ];

        await ShouldAgree(new SelectedModel(parts, new Blend(task, -0.2, [0.5, 0.3, 0.4]), [], "for a test"), data.Features);
        await ShouldAgree(new SelectedModel(parts[..1], Blend.Identity(task), [], "for a test"), data.Features);
        var curve = new ProbabilityCurve(IsotonicScaling.Fit(parts[0].Predict(data.Features), data.Target));
        await ShouldAgree(new SelectedModel(parts, new Blend(task, -0.2, [0.5, 0.3, 0.4]), [], "for a test", curve), data.Features);
    }

    [Fact]
    public async Task ToSql_UpliftTrees_GiveTheSameNumber()
    {
        var data = SampleData.Make(BoostingObjective.Squared, 1200, 74);
        bool[] treated = [.. Enumerable.Range(0, 1200).Select(row => row * 7 % 13 < 6)];

        await ShouldAgree(new UpliftForestTrainer(new UpliftForestOptions { Trees = 5, MinimumArmRows = 10, MaximumDepth = 6 }).Fit(new UpliftData(data.Features, treated, data.Target)), data.Features);
    }

    [Fact]
    public async Task ToSql_FiveHundredTreesOfThirtyOneLeaves_RunsAndGivesTheSameNumber()
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 6000, 75);
        var model = new BoostingTrainer(new BoostingOptions { Trees = 500, MaximumLeaves = 31, LearningRate = 0.02, MinimumChildWeight = 0.1 }).Fit(data);
        model.TreeCount.ShouldBe(500);

        await ShouldAgree(model, data.Features);
        var mean = await engine.RunAsync($"SELECT avg({model.ToSql()}) FROM (SELECT number / 2e4 AS smooth, number % 6 AS coarse, 'a' AS few, 'm3' AS many FROM numbers(20000))", Settings);
        double.Parse(mean, CultureInfo.InvariantCulture).ShouldBeInRange(0.05, 0.95);
    }

    [Theory]
    [InlineData(UpliftLearner.Single, UpliftBase.Boosting)]
    [InlineData(UpliftLearner.Two, UpliftBase.Boosting)]
    [InlineData(UpliftLearner.Cross, UpliftBase.Boosting)]
    [InlineData(UpliftLearner.Cross, UpliftBase.Linear)]
    [InlineData(UpliftLearner.DoublyRobust, UpliftBase.Boosting)]
    public async Task ToSql_UpliftByModelsOfOutcomes_GivesTheSameNumber(UpliftLearner learner, UpliftBase inside)
    {
        var data = SampleData.Make(BoostingObjective.Squared, 1200, 76);
        bool[] treated = [.. Enumerable.Range(0, 1200).Select(row => row * 7 % 13 < 6)];
        double[] outcome = [.. Enumerable.Range(0, 1200).Select(row => data.Target[row] + (treated[row] && data.Features[1][row] > 2 ? 1 : 0))];
        var options = new UpliftOptions { Learner = learner, Base = inside, Trees = 60, MaximumLeaves = 16 };

        // A difference of two predictions is often the same, and may be zero but for their rounding.
        await ShouldAgree(new UpliftTrainer(options).Fit(new UpliftData(data.Features, treated, outcome)), data.Features, distinct: 20, rounding: 1e-14);
    }

    private async Task ShouldAgree<TModel>(TModel model, FeatureFrame frame, int distinct = 50, double rounding = 0)
        where TModel : IPredictor, ISqlModel
    {
        var database = await engine.CreateDatabaseAsync();
        await engine.RunAsync($"CREATE TABLE {database}.t (i UInt32, `smooth` Nullable(Float64), `coarse` Float64, `few` Nullable(String), `many` LowCardinality(String)) ENGINE = Memory");
        var insert = new StringBuilder($"INSERT INTO {database}.t VALUES ");
        var expected = new List<double>();
        var row = new double[4];
        for (var i = 0; i < 200; i++)
        {
            frame.CopyRow(i, row);
            var unseen = i % 10 == 0;
            row[3] = unseen ? double.NaN : row[3];
            row[1] = i % 17 == 0 ? double.NaN : row[1];
            expected.Add(model.Predict(row));
            insert.Append(CultureInfo.InvariantCulture,
                $"({i}, {(double.IsNaN(row[0]) ? "NULL" : row[0].ToString("R", CultureInfo.InvariantCulture))}, {(double.IsNaN(row[1]) ? "nan" : row[1].ToString("R", CultureInfo.InvariantCulture))}, "
                + $"{(double.IsNaN(row[2]) ? "NULL" : $"'{frame.Schema[2].Categories[(int)row[2]]}'")}, {(unseen ? "'it''s new'" : $"'{frame.Schema[3].Categories[(int)row[3]]}'")}), ");
        }

        await engine.RunAsync(insert.ToString().TrimEnd(',', ' '));

        var answer = await engine.RunAsync($"SELECT {model.ToSql()} FROM {database}.t ORDER BY i", Settings);

        double[] actual = [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        actual.Length.ShouldBe(expected.Count);
        actual.Distinct().Count().ShouldBeGreaterThan(distinct);
        for (var i = 0; i < actual.Length; i++)
        {
            actual[i].ShouldBe(expected[i], (1e-9 * Math.Abs(expected[i])) + rounding);
        }
    }
}
