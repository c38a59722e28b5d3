using Tessera.Learning.Data;
using Tessera.Learning.Linear;

namespace Tessera.Learning.Tests.Linear;

public sealed class LinearRegressionTrainerTests
{
    // By hand: x = 1, 2, 3, 4 and y = 2, 4, 5, 8 have slope 1.9 and intercept 0.
    [Fact]
    public void Fit_ByHand_IsLeastSquares()
    {
        var model = new LinearRegressionTrainer(new LinearOptions { L2 = 1e-12 }).Fit(new TrainingSet(FeatureFrame.Numeric(["x"], [[1, 2, 3, 4]]), [2, 4, 5, 8]));

        model.Predict([0.0]).ShouldBe(0, 1e-10);
        model.Predict([10.0]).ShouldBe(19, 1e-10);
    }

    // By hand: standardised x has squares that sum to n = 4, so a ridge of 4 halves the slope; the mean stays.
    [Fact]
    public void Fit_Ridge_ShrinksTowardsTheMean()
    {
        var model = new LinearRegressionTrainer(new LinearOptions { L2 = 4 }).Fit(new TrainingSet(FeatureFrame.Numeric(["x"], [[1, 2, 3, 4]]), [2, 4, 5, 8]));

        model.Predict([2.5]).ShouldBe(4.75, 1e-12);
        (model.Predict([3.5]) - model.Predict([2.5])).ShouldBe(0.95, 1e-12);
    }
}
