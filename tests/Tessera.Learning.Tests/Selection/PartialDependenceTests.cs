using Tessera.Learning.Boosting;
using Tessera.Learning.Linear;
using Tessera.Learning.Selection;
using Tessera.Learning.Tests.Boosting;

namespace Tessera.Learning.Tests.Selection;

public sealed class PartialDependenceTests
{
    [Fact]
    public void Of_LinearModel_IsALineWithItsSlope()
    {
        var data = SampleData.Make(BoostingObjective.Squared, 400, 5);
        var model = new LinearRegressionTrainer(new LinearOptions()).Fit(data);

        var means = PartialDependence.Of(model, data.Features, 1, [0, 1, 5]);

        var row = new double[4];
        double[] direct = [.. new double[] { 0, 1, 5 }.Select(value => Enumerable.Range(0, 400).Average(i =>
        {
            data.Features.CopyRow(i, row);
            row[1] = value;
            return model.Predict(row);
        }))];
        means.ShouldBe(direct, 1e-9);
        (means[2] - means[0]).ShouldBe(5 * (means[1] - means[0]), 1e-9);
    }

    [Fact]
    public void Values_NumbersAndCategories_AreQuantilesAndCodes()
    {
        var data = SampleData.Make(BoostingObjective.Squared, 400, 5);

        PartialDependence.Values(data.Features, 2).ShouldBe([0, 1, 2]);
        PartialDependence.Values(data.Features, 1).ShouldBe([0, 1, 2, 3, 4, 5]);
        PartialDependence.Values(data.Features, 0, 5).Length.ShouldBe(5);
    }
}
