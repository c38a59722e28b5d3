using Tessera.Learning.Causal;
using Tessera.Learning.Data;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Causal;

public sealed class UpliftTrainerTests
{
    // Published with the data: .0079 by an X-learner of a trusted implementation, mean over the given folds.
    [SkippableTheory]
    [InlineData(UpliftLearner.Cross, UpliftBase.Boosting, 0.0079)]
    [InlineData(UpliftLearner.Single, UpliftBase.Boosting, 0.0075)]
    [InlineData(UpliftLearner.Two, UpliftBase.Boosting, 0.0075)]
    [InlineData(UpliftLearner.Cross, UpliftBase.Linear, 0.0075)]
    [InlineData(UpliftLearner.DoublyRobust, UpliftBase.Linear, 0.0075)]
    [InlineData(UpliftLearner.DoublyRobust, UpliftBase.Boosting, 0.0070)]
    public void Fit_HillstromWomensMailOnVisit_RanksAsWellAsTrustedImplementations(UpliftLearner learner, UpliftBase inside, double least)
    {
        var (data, folds) = Hillstrom.Womens();
        var trainer = new UpliftTrainer(new UpliftOptions { Learner = learner, Base = inside });

        Hillstrom.MeanQini(data, folds, trainer.Fit).ShouldBeGreaterThanOrEqualTo(least);
    }

    [Theory]
    [InlineData(UpliftLearner.Single, UpliftBase.Boosting)]
    [InlineData(UpliftLearner.Two, UpliftBase.Boosting)]
    [InlineData(UpliftLearner.Cross, UpliftBase.Boosting)]
    [InlineData(UpliftLearner.DoublyRobust, UpliftBase.Boosting)]
    [InlineData(UpliftLearner.Two, UpliftBase.Linear)]
    [InlineData(UpliftLearner.Cross, UpliftBase.Linear)]
    [InlineData(UpliftLearner.DoublyRobust, UpliftBase.Linear)]
    public void Fit_KnownEffects_FindsThem(UpliftLearner learner, UpliftBase inside)
    {
        var (data, truth) = KnownEffects.Make(6000, 5, treatedShare: 0.3);

        var model = new UpliftTrainer(new UpliftOptions { Learner = learner, Base = inside, Trees = 200, L2 = 1 }).Fit(data);

        var predicted = model.Predict(data.Features);
        predicted.Average().ShouldBe(truth.Average(), 0.1);
        var error = Math.Sqrt(predicted.Zip(truth, (first, second) => (first - second) * (first - second)).Average());
        // Without any model the error is the deviation of the effects, 1.15.
        error.ShouldBeLessThan(0.4);
        var row = new double[3];
        for (var i = 0; i < 50; i++)
        {
            data.Features.CopyRow(i, row);
            model.Predict(row).ShouldBe(predicted[i], 1e-12);
        }
    }

    [Fact]
    public void Options_LinearSingle_AreRefused() =>
        Should.Throw<InvalidOptionsException>(() => new UpliftTrainer(new UpliftOptions { Learner = UpliftLearner.Single, Base = UpliftBase.Linear }))
            .Message.ShouldContain("the same uplift");

    [Fact]
    public void Data_OneArmOnly_IsNotEstimable() =>
        Should.Throw<NotEstimableException>(() => new UpliftData(FeatureFrame.Numeric(["x"], [[1, 2]]), [true, true], [0, 1])).Message.ShouldContain("rows that were not");
}
