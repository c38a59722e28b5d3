using Tessera.Learning.Boosting;
using Tessera.Learning.Data;
using Tessera.Learning.Linear;
using Tessera.Learning.Tests.Boosting;

namespace Tessera.Learning.Tests.Linear;

public sealed class LogisticRegressionTrainerTests
{
    // With two groups and almost no ridge the log-odds are those of the counts: 3 of 4 and 1 of 5.
    [Fact]
    public void Fit_TwoGroups_HasTheirLogOdds()
    {
        var data = new TrainingSet(FeatureFrame.Numeric(["x"], [[0, 0, 0, 0, 1, 1, 1, 1, 1]]), [1, 1, 1, 0, 1, 0, 0, 0, 0]);

        var model = new LogisticRegressionTrainer(new LinearOptions { L2 = 1e-9 }).Fit(data);

        model.Predict([0.0]).ShouldBe(0.75, 1e-8);
        model.Predict([1.0]).ShouldBe(0.2, 1e-8);
        model.Intercept.ShouldBe(Math.Log(3), 1e-7);
        model.Convergence.Converged.ShouldBeTrue();
    }

    // At the optimum the residuals of every group add up to what the ridge holds back; moving any coefficient raises the objective.
    [Fact]
    public void Fit_AnyData_IsTheLeastObjective()
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 500, 3, weighted: true);
        var options = new LinearOptions { L2 = 2 };

        var model = new LogisticRegressionTrainer(options).Fit(data);

        // The intercept is free: weighted residuals sum to zero.
        var predictions = model.Predict(data.Features);
        Enumerable.Range(0, data.RowCount).Sum(row => data.Weight(row) * (data.Target[row] - predictions[row])).ShouldBe(0, 1e-6 * data.TotalWeight);
        // Of each category's column: Σ w (y − p) = λ β.
        for (var code = 0; code < 9; code++)
        {
            var residuals = Enumerable.Range(0, data.RowCount).Where(row => data.Features[3][row] == code).Sum(row => data.Weight(row) * (data.Target[row] - predictions[row]));
            var beta = Logit(model, [0, 0, 0, code]) - Logit(model, [0, 0, 0, double.NaN]);
            residuals.ShouldBe(options.L2 * beta, 1e-6);
        }
    }

    [Fact]
    public void Predict_MissingNumbers_AreTheirMeanAndAColumnOfTheirOwn()
    {
        var data = SampleData.Make(BoostingObjective.LogLoss, 2000, 4);
        var model = new LogisticRegressionTrainer(new LinearOptions()).Fit(data);

        // In these data a missing number acts as 0.8.
        (Logit(model, [double.NaN, 0, 0, 0]) - Logit(model, [0, 0, 0, 0])).ShouldBe(0.8, 0.4);
        var row = new double[4];
        var all = model.Predict(data.Features);
        for (var i = 0; i < 50; i++)
        {
            data.Features.CopyRow(i, row);
            model.Predict(row).ShouldBe(all[i], 1e-14);
            var explanation = model.Explain(row);
            (explanation.ExpectedScore + explanation.Contributions.Sum()).ShouldBe(Math.Log(all[i] / (1 - all[i])), 1e-9);
        }
    }

    [Fact]
    public void Fit_OneClass_IsNotEstimable() => Should.Throw<NotEstimableException>(
        () => new LogisticRegressionTrainer(new LinearOptions()).Fit(new TrainingSet(FeatureFrame.Numeric(["x"], [[1, 2]]), [1, 1])));

    [Fact]
    public void Fit_TooFewSteps_SaysSo()
    {
        var thrown = Should.Throw<NotConvergedException>(
            () => new LogisticRegressionTrainer(new LinearOptions { MaximumIterations = 1 }).Fit(SampleData.Make(BoostingObjective.LogLoss, 200, 5)));

        thrown.LastState.Iterations.ShouldBe(1);
        thrown.LastState.Converged.ShouldBeFalse();
    }

    private static double Logit(LinearModel model, double[] row)
    {
        var probability = model.Predict(row);
        return Math.Log(probability / (1 - probability));
    }
}
