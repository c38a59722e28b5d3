using Tessera.Learning.Survival;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Survival;

public sealed class CoxTests
{
    [Theory]
    [InlineData(TieHandling.Efron, 1.572, 0.412)]
    [InlineData(TieHandling.Breslow, 1.509, 0.410)]
    public void Fit_Leukemia_HasThePublishedCoefficient(TieHandling ties, double coefficient, double error)
    {
        // Therneau and Grambsch (2000), Modeling Survival Data, and R's coxph on the same data.
        var model = new CoxEstimator(new() { Ties = ties }).Fit(Leukemia.Trial);

        Math.Round(model.Coefficients[0].Coefficient, 3).ShouldBe(coefficient);
        Math.Round(model.Coefficients[0].StandardError, 3).ShouldBe(error);
        model.LogLikelihood.ShouldBeGreaterThan(model.NullLogLikelihood);
        model.Convergence.Converged.ShouldBeTrue();
    }

    [Theory]
    [InlineData(TieHandling.Efron)]
    [InlineData(TieHandling.Breslow)]
    public void Fit_SimulatedWithTiesAndLateEntries_IsTheMaximumOfThePlainLikelihood(TieHandling ties)
    {
        var (observations, covariates) = Simulate(400, 12);
        var data = new CoxData(["one", "two"], observations, covariates);

        var model = new CoxEstimator(new() { Ties = ties }).Fit(data);

        double[] beta = [.. model.Coefficients.Select(each => each.Coefficient)];
        var best = PlainLogLikelihood(beta, observations, covariates, ties);
        model.LogLikelihood.ShouldBeRelatively(best, 1e-10);
        for (var j = 0; j < 2; j++)
        {
            foreach (var step in new[] { -1e-3, 1e-3 })
            {
                var moved = (double[])beta.Clone();
                moved[j] += step;
                PlainLogLikelihood(moved, observations, covariates, ties).ShouldBeLessThan(best);
            }

            // The curvature of the plain likelihood in one direction bounds the standard error from below.
            var (up, down) = ((double[])beta.Clone(), (double[])beta.Clone());
            up[j] += 1e-3;
            down[j] -= 1e-3;
            var curvature = -(PlainLogLikelihood(up, observations, covariates, ties) + PlainLogLikelihood(down, observations, covariates, ties) - (2 * best)) / 1e-6;
            (model.Coefficients[j].StandardError * Math.Sqrt(curvature)).ShouldBeInRange(0.999, 1.1);
        }
    }

    [Fact]
    public void Fit_IntervalsCutInPieces_GiveTheSameModel()
    {
        var (observations, covariates) = Simulate(200, 5);
        var pieces = observations.SelectMany((each, i) => each.Time > each.Entry + 4
            ? new[] { (new SurvivalObservation(each.Entry + 2, false, each.Entry), i), (each with { Entry = each.Entry + 2 }, i) }
            : [(each, i)]).ToArray();

        var whole = new CoxEstimator().Fit(new(["one", "two"], observations, covariates));
        var cut = new CoxEstimator().Fit(new(["one", "two"], [.. pieces.Select(piece => piece.Item1)], [.. pieces.SelectMany(piece => covariates[(2 * piece.i)..(2 * piece.i + 2)])]));

        pieces.Length.ShouldBeGreaterThan(observations.Length);
        for (var j = 0; j < 2; j++)
        {
            cut.Coefficients[j].Coefficient.ShouldBeRelatively(whole.Coefficients[j].Coefficient, 1e-6);
            cut.Coefficients[j].StandardError.ShouldBeRelatively(whole.Coefficients[j].StandardError, 1e-6);
        }
    }

    [Fact]
    public void Fit_SimulatedSubjects_FindsTheTruthWithinItsStandardErrors()
    {
        // Beyond four standard errors by chance once in 16,000.
        var (observations, covariates) = Simulate(4000, 33);

        var model = new CoxEstimator().Fit(new(["one", "two"], observations, covariates));

        (Math.Abs(model.Coefficients[0].Coefficient - 0.8) / model.Coefficients[0].StandardError).ShouldBeLessThan(4);
        (Math.Abs(model.Coefficients[1].Coefficient + 0.4) / model.Coefficients[1].StandardError).ShouldBeLessThan(4);
        model.Coefficients[0].StandardError.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void SurvivalAt_MeanCovariates_IsNearTheCurveWithoutThem()
    {
        var random = new Random(3);
        var observations = Enumerable.Range(0, 500).Select(_ => new SurvivalObservation(1 + (20 * random.NextDouble()), random.Next(4) > 0)).ToArray();
        var noise = observations.Select(_ => random.NextDouble()).ToArray();

        var model = new CoxEstimator().Fit(new(["noise"], observations, noise));
        var curve = SurvivalCurve.Estimate(observations);

        foreach (var time in new[] { 0.5, 5, 10, 15 })
        {
            model.SurvivalAt([noise.Average()], time).ShouldBe(curve.SurvivalAt(time), 0.01);
        }
    }

    [Fact]
    public void Fit_DataThatCannotCarryIt_SaysWhichCovariate()
    {
        var (observations, covariates) = Simulate(100, 9);
        double[] same = [.. Enumerable.Range(0, 100).SelectMany(i => new[] { covariates[2 * i], 7.0 })];
        double[] twice = [.. Enumerable.Range(0, 100).SelectMany(i => new[] { covariates[2 * i], 3 * covariates[2 * i] })];
        double[] leak = [.. Enumerable.Range(0, 100).SelectMany(i => new[] { covariates[2 * i], observations[i].Event ? 1.0 : 0 })];

        Should.Throw<NotEstimableException>(() => new CoxEstimator().Fit(new(["one", "same"], observations, same))).Message.ShouldContain("same");
        Should.Throw<NotEstimableException>(() => new CoxEstimator().Fit(new(["one", "triple"], observations, twice))).Message.ShouldContain("one, triple repeat");
        Should.Throw<NotEstimableException>(() => new CoxEstimator().Fit(new(["one", "leak"], observations, leak))).Message.ShouldContain("leak");
        Should.Throw<NotEstimableException>(() => new CoxEstimator().Fit(new(["one", "two"], [new(3, true)], [1, 2]))).Message.ShouldContain("1 events");
        Should.Throw<InvalidOptionsException>(() => new CoxEstimator(new() { Ridge = -1, MaxIterations = 0 })).Problems.Count.ShouldBe(2);
    }

    private static (SurvivalObservation[] Observations, double[] Covariates) Simulate(int count, int seed)
    {
        var random = new Random(seed);
        var observations = new List<SurvivalObservation>();
        var covariates = new List<double>();
        while (observations.Count < count)
        {
            var (one, two) = ((2 * random.NextDouble()) - 1, MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1));
            var time = Math.Ceiling(-Math.Log(1 - random.NextDouble()) / Math.Exp((0.8 * one) - (0.4 * two)) * 12);
            var entry = random.Next(4) == 0 ? random.Next(3) : 0;
            var end = random.Next(10, 40);
            if (Math.Min(time, end) > entry)
            {
                observations.Add(new(Math.Min(time, end), time <= end, entry));
                covariates.AddRange([one, two]);
            }
        }

        return ([.. observations], [.. covariates]);
    }

    // Straight from the definition, a pass over everybody for every event. Do not optimise.
    private static double PlainLogLikelihood(double[] beta, SurvivalObservation[] observations, double[] covariates, TieHandling ties)
    {
        double Risk(int i) => Math.Exp((beta[0] * covariates[2 * i]) + (beta[1] * covariates[(2 * i) + 1]));
        var sum = 0.0;
        foreach (var time in observations.Where(each => each.Event).Select(each => each.Time).Distinct())
        {
            int[] atRisk = [.. Enumerable.Range(0, observations.Length).Where(i => observations[i].Entry < time && observations[i].Time >= time)];
            int[] events = [.. atRisk.Where(i => observations[i].Event && observations[i].Time == time)];
            for (var tie = 0; tie < events.Length; tie++)
            {
                var off = ties == TieHandling.Efron ? (double)tie / events.Length : 0;
                sum += Math.Log(Risk(events[tie])) - Math.Log(atRisk.Sum(Risk) - (off * events.Sum(Risk)));
            }
        }

        return sum;
    }
}
