using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Learning;
using Tessera.Learning.Boosting;
using Tessera.Learning.Clustering;
using Tessera.Learning.Data;
using Tessera.Learning.Lifetime;
using Tessera.Learning.Linear;

namespace Tessera.Outsider.Tests;

public sealed class LearningTests
{
    private static readonly double[] Months = [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5];

    [Fact]
    public void Linear_FittedToALine_PredictsItAndSaysItInSql()
    {
        var data = new TrainingSet(FeatureFrame.Numeric(["months"], [Months]), [.. Months.Select(month => (-2.5 * month) + 1)]);

        var model = Fit(new LinearRegressionTrainer(new LinearOptions { L2 = 1e-12 }), data);

        model.Predict([10.0]).ShouldBe(-24, 1e-9);
        Sql(model).ShouldContain("-2.");
    }

    [Fact]
    public void Clusters_OfTwoHeaps_AreTheHeaps()
    {
        double[] spend = [1.1, 1.2, 1.3, 9.1, 9.2, 9.3];

        var model = new KMeansTrainer(new KMeansOptions { Clusters = 2 }).Fit(FeatureFrame.Numeric(["spend"], [spend]));

        model.Assign([1.0]).ShouldNotBe(model.Assign([9.0]));
        model.Sizes.ShouldBe([3, 3]);
        Sql(model);
    }

    [Fact]
    public void Boosting_OfAStep_ExplainsWhatItPredicts()
    {
        var features = Enumerable.Range(0, 200).Select(i => i / 200.0).ToArray();
        var data = new TrainingSet(FeatureFrame.Numeric(["share"], [features]), [.. features.Select(share => share < 0.5 ? -1.5 : 1.5)]);

        var model = Fit(new BoostingTrainer(new BoostingOptions { Objective = BoostingObjective.Squared, Trees = 50 }), data);

        model.Predict([0.1]).ShouldBeLessThan(-1);
        model.Predict([0.9]).ShouldBeGreaterThan(1);
        model.Explain([0.9]).Contributions.ShouldHaveSingleItem().ShouldBeGreaterThan(0);
        Sql(model);
    }

    [Fact]
    public void Lifetime_OfAPurchaseLog_ExpectsPurchases()
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var purchases = from customer in Enumerable.Range(1, 200)
                        from purchase in Enumerable.Range(0, 1 + (customer % 7))
                        select new Purchase(customer.ToString(CultureInfo.InvariantCulture), start.AddDays((customer % 30) + (purchase * (5 + (customer % 11)))));
        var log = PurchaseLog.Summarise(purchases);

        var model = new BetaGeometricNbdEstimator().Fit(log.Whole());

        model.ExpectedPurchases(10).ShouldBeGreaterThan(0);
        InvariantNumbers(model.ProbabilityAliveSql(new HistoryColumns()));
    }

    [Fact]
    public void Options_OutOfRange_AreAllNamed() =>
        Should.Throw<InvalidOptionsException>(() => new KMeansTrainer(new KMeansOptions { Clusters = 0, Restarts = 0 })).Message.ShouldContain("Restarts");

    /// <summary>By the one contract that all estimators have.</summary>
    private static TModel Fit<TData, TModel>(IEstimator<TData, TModel> estimator, TData data)
        where TModel : IFittedModel
    {
        var model = estimator.Fit(data);
        model.Convergence.Reason.ShouldNotBeNullOrEmpty();
        return model;
    }

    private static string Sql(ISqlModel model) => InvariantNumbers(model.ToSql());

    /// <summary>No number as this culture would write it, and some as the engine reads it.</summary>
    private static string InvariantNumbers(string sql)
    {
        Regex.IsMatch(sql, @"[0-9]\.[0-9]").ShouldBeTrue(sql);
        sql.ShouldNotContain("−");
        Regex.IsMatch(sql, "[0-9],[0-9]").ShouldBeFalse(sql);
        return sql;
    }
}
