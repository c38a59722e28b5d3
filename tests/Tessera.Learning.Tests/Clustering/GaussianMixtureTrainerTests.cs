using Tessera.Learning.Clustering;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Clustering;

public sealed class GaussianMixtureTrainerTests
{
    [Fact]
    public void Fit_TwoKnownComponents_RecoversThem()
    {
        var random = new SeededRandom(4);
        double[][] columns = [new double[6000], new double[6000]];
        for (var row = 0; row < 6000; row++)
        {
            var (a, b) = (random.NextNormal(), random.NextNormal());
            // One third: variance 4 and 1, correlation 0.8, at (5, 1). Two thirds: unit, at the origin.
            (columns[0][row], columns[1][row]) = row % 3 == 0 ? (5 + (2 * a), 1 + (0.8 * a) + (0.6 * b)) : (a, b);
        }

        var model = new GaussianMixtureTrainer(new GaussianMixtureOptions { Components = 2, Floor = 1e-6 }).Fit(FeatureFrame.Numeric(["x", "y"], columns));

        // Three standard errors or so: 3 √(π/n) and 3 σ/√(n π).
        model.Share(0).ShouldBe(2.0 / 3, 0.03);
        model.Centre(0).ToArray().ShouldBe([0, 0], 0.1);
        model.Centre(1).ToArray().ShouldBe([5, 1], 0.2);
        model.Covariance(0).ToArray().ShouldBe([1, 0, 0, 1], 0.12);
        model.Covariance(1).ToArray().ShouldBe([4, 1.6, 1.6, 1], 0.4);
        model.Convergence.Converged.ShouldBeTrue();
        model.Warnings.ShouldBeEmpty();
        model.Sizes[0].ShouldBeInRange(3880, 4120);
    }

    [Fact]
    public void Fit_AnyData_GivesAPointWhereExpectationAndMaximisationStay()
    {
        var frame = ThreeBlobs.Make(240, 3);
        var model = new GaussianMixtureTrainer(new GaussianMixtureOptions { Components = 3, Floor = 1e-9, MaximumIterations = 5000 }).Fit(frame);

        // Bishop (2006), equations (9.23) to (9.28), as they stand.
        var rows = Enumerable.Range(0, frame.RowCount).Select(row => new[] { frame[0][row], frame[1][row] }).ToArray();
        var responsibilities = rows.Select(row => model.Probabilities(row)).ToArray();
        for (var k = 0; k < 3; k++)
        {
            var total = responsibilities.Sum(row => row[k]);
            model.Share(k).ShouldBe(total / rows.Length, 1e-3);
            for (var i = 0; i < 2; i++)
            {
                var mean = rows.Select((row, n) => responsibilities[n][k] * row[i]).Sum() / total;
                model.Centre(k)[i].ShouldBe(mean, 1e-3);
                for (var j = 0; j < 2; j++)
                {
                    var covariance = rows.Select((row, n) => responsibilities[n][k] * (row[i] - model.Centre(k)[i]) * (row[j] - model.Centre(k)[j])).Sum() / total;
                    model.Covariance(k)[(i * 2) + j].ShouldBe(covariance, 1e-2);
                }
            }
        }

        rows.Sum(row => Math.Log(Enumerable.Range(0, 3).Sum(k => model.Share(k) * Density(row, model.Centre(k), model.Covariance(k))))).ShouldBe(model.LogLikelihood, 1e-6 * Math.Abs(model.LogLikelihood));
    }

    [Fact]
    public void BayesianInformation_ThreeBlobs_IsLeastAtThree()
    {
        var frame = ThreeBlobs.Make(600, 8);

        var best = Enumerable.Range(1, 6).MinBy(k => new GaussianMixtureTrainer(new GaussianMixtureOptions { Components = k }).Fit(frame).BayesianInformation);

        best.ShouldBe(ThreeBlobs.Count);
    }

    [Fact]
    public void Fit_ManyEqualValues_WarnsThatAComponentHasCollapsed()
    {
        var random = new SeededRandom(2);
        double[] ones = [.. Enumerable.Range(0, 400).Select(row => row < 250 ? 1.0 : 3 + random.NextNormal())];
        double[] noise = [.. ones.Select(_ => random.NextNormal())];

        new GaussianMixtureTrainer(new GaussianMixtureOptions { Components = 2 }).Fit(FeatureFrame.Numeric(["f", "m"], [ones, noise])).Warnings.ShouldHaveSingleItem().ShouldContain("no extent");
    }

    private static double Density(double[] x, ReadOnlySpan<double> mean, ReadOnlySpan<double> s)
    {
        var determinant = (s[0] * s[3]) - (s[1] * s[2]);
        var (a, b) = (x[0] - mean[0], x[1] - mean[1]);
        var square = ((s[3] * a * a) - ((s[1] + s[2]) * a * b) + (s[0] * b * b)) / determinant;
        return Math.Exp(-square / 2) / (2 * Math.PI * Math.Sqrt(determinant));
    }
}
