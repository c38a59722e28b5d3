using MathNet.Numerics.LinearAlgebra;
using Tessera.Learning.Experiments;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Experiments;

public sealed class ComparisonTests
{
    [Fact]
    public void BayesianProportions_SmallCounts_EqualTheExactFractions()
    {
        // With uniform priors, 0 of 1 against 1 of 1: densities 2(1 − p) and 2q, so P(q > p) = 5/6 and E[(p − q)⁺] = 1/30.
        var comparison = BayesianTest.Proportions(new(0, 1), new(1, 1));

        comparison.ProbabilityBetter!.Value.ShouldBeRelatively(5.0 / 6, 1e-8);
        comparison.ExpectedLoss!.Value.ShouldBeRelatively(1.0 / 30, 1e-7);
        comparison.Effect!.Value.ShouldBe(1.0 / 3, 1e-12);
    }

    [Fact]
    public void BayesianProportions_ManyObservations_EqualTheSumOfTheExactFormula()
    {
        // Miller (2015), Formulas for Bayesian A/B Testing: P(q > p) as a finite sum of beta functions.
        const int a = 121, b = 881, c = 141, d = 861;
        var exact = Enumerable.Range(0, c).Sum(i => Math.Exp(
            MathNet.Numerics.SpecialFunctions.BetaLn(a + i, b + d) - Math.Log(d + i)
            - MathNet.Numerics.SpecialFunctions.BetaLn(1 + i, d) - MathNet.Numerics.SpecialFunctions.BetaLn(a, b)));

        var comparison = BayesianTest.Proportions(new(a - 1, a + b - 2), new(c - 1, c + d - 2));

        comparison.ProbabilityBetter!.Value.ShouldBeRelatively(exact, 1e-8);
        var frequentist = FrequentistTest.Proportions(new(a - 1, a + b - 2), new(c - 1, c + d - 2));
        comparison.Lower!.Value.ShouldBe(frequentist.Lower!.Value, 0.002);
        comparison.Upper!.Value.ShouldBe(frequentist.Upper!.Value, 0.002);
    }

    [Fact]
    public void BayesianMeans_WithoutPrior_MirrorTheNormalTest()
    {
        var comparison = BayesianTest.Means(new(4000, 10, 25), new(4000, 10.2, 25));

        comparison.ProbabilityBetter!.Value.ShouldBe(0.963181, 1e-6); // Φ(0.2 / √(2 · 25 / 4000)) = Φ(1.788854)
        BayesianTest.Means(new(4000, 10, 25), new(4000, 10.2, 25), 0.95, 0.05).Effect!.Value.ShouldBe(0.2 * 0.0025 / (0.0025 + 0.0125), 1e-12);
    }

    [Fact]
    public void Ratios_DeltaMethod_AgreesWithTheJackknife()
    {
        var random = new Random(8);
        var (controlX, controlY) = Sessions(0.30);
        var (x, y) = Sessions(0.33);

        var comparison = FrequentistTest.Ratios(PairedMoments.Of(controlX, controlY), PairedMoments.Of(x, y));

        comparison.Effect!.Value.ShouldBeRelatively((y.Sum() / x.Sum()) - (controlY.Sum() / controlX.Sum()), 1e-10);
        comparison.StandardError!.Value.ShouldBeRelatively(Math.Sqrt(Jackknife(controlX, controlY) + Jackknife(x, y)), 0.01);

        (double[] X, double[] Y) Sessions(double rate)
        {
            var sessions = Enumerable.Range(0, 3000).Select(_ => (double)random.Next(1, 9)).ToArray();
            return (sessions, [.. sessions.Select(count => Enumerable.Range(0, (int)count).Count(_ => random.NextDouble() < rate) + (random.NextDouble() < 0.1 ? count : 0))]);
        }

        static double Jackknife(double[] x, double[] y)
        {
            var (sumX, sumY, n) = (x.Sum(), y.Sum(), x.Length);
            var left = Enumerable.Range(0, n).Select(i => (sumY - y[i]) / (sumX - x[i])).ToArray();
            var mean = left.Average();
            return (n - 1.0) / n * left.Sum(value => (value - mean) * (value - mean));
        }
    }

    [Fact]
    public void Quantiles_MediansOfNormals_CoverTheTruthAsOftenAsPromised()
    {
        // 1,000 experiments at 95 %: fewer than 925 or more than 975 covered happens by chance less than once in 3,000 times.
        var random = new Random(31);
        var covered = 0;
        for (var experiment = 0; experiment < 1000; experiment++)
        {
            var comparison = FrequentistTest.Quantiles(Normals(0, 400), Normals(0.3, 400), 0.5);
            covered += comparison.Lower <= 0.3 && comparison.Upper >= 0.3 ? 1 : 0;
        }

        covered.ShouldBeInRange(925, 975);

        double[] Normals(double mean, int count) => [.. Enumerable.Range(0, count).Select(_ => mean + MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))];
    }

    [Fact]
    public void Sequential_PeekingAtEveryHundred_KeepsTheFalseAlarmRate()
    {
        // 1,000 experiments without an effect, 100 looks each: at 5 % more than 75 alarms happen by chance less than once in 3,000 times.
        // The test with a fixed size, looked at as often, alarms in more than a third of them.
        var random = new Random(77);
        int alarms = 0, naive = 0;
        for (var experiment = 0; experiment < 1000; experiment++)
        {
            var (alarm, naiveAlarm) = (false, false);
            long control = 0, treatment = 0;
            for (var look = 1; look <= 100; look++)
            {
                for (var i = 0; i < 100; i++)
                {
                    control += random.NextDouble() < 0.3 ? 1 : 0;
                    treatment += random.NextDouble() < 0.3 ? 1 : 0;
                }

                alarm |= SequentialTest.Proportions(new(control, look * 100), new(treatment, look * 100)).Lower is > 0
                    || SequentialTest.Proportions(new(control, look * 100), new(treatment, look * 100)).Upper is < 0;
                naiveAlarm |= FrequentistTest.Proportions(new(control, look * 100), new(treatment, look * 100)).PValue < 0.05;
            }

            alarms += alarm ? 1 : 0;
            naive += naiveAlarm ? 1 : 0;
        }

        alarms.ShouldBeInRange(1, 75);
        naive.ShouldBeGreaterThan(333);
    }

    [Fact]
    public void Sequential_PValue_CrossesTheLevelWhereTheIntervalLeavesOutZero()
    {
        foreach (var mean in new[] { 10.1, 10.2, 10.25, 10.3, 10.4 })
        {
            var comparison = SequentialTest.Means(new(5000, 10, 25), new(5000, mean, 25));
            (comparison.PValue < 0.05).ShouldBe(comparison.Lower > 0, mean.ToString(System.Globalization.CultureInfo.InvariantCulture));
            (comparison.Upper - comparison.Lower).ShouldBe(2 * (comparison.Upper - comparison.Effect));
        }
    }

    [Fact]
    public void Cuped_Effect_IsThatOfTheAnalysisOfCovariance()
    {
        var random = new Random(2);
        var (controlX, controlY) = Sample(0, 500);
        var (x, y) = Sample(0.4, 700);

        var adjusted = Cuped.Compare(PairedMoments.Of(controlX, controlY), PairedMoments.Of(x, y));

        // Ordinary least squares of y on 1, treated, x.
        var design = Matrix<double>.Build.DenseOfRows(controlX.Select(value => new[] { 1, 0, value }).Concat(x.Select(value => new[] { 1, 1, value })));
        var coefficients = design.QR().Solve(Vector<double>.Build.DenseOfEnumerable(controlY.Concat(y)));
        adjusted.Frequentist.Effect!.Value.ShouldBeRelatively(coefficients[1], 1e-9);
        adjusted.VarianceReduction!.Value.ShouldBeInRange(0.6, 0.9);
        adjusted.Frequentist.StandardError!.Value.ShouldBeLessThan(0.6 * FrequentistTest.Means(SampleMoments.Of(controlY), SampleMoments.Of(y)).StandardError!.Value);

        (double[] X, double[] Y) Sample(double effect, int count)
        {
            var before = Enumerable.Range(0, count).Select(_ => 10 * random.NextDouble()).ToArray();
            return (before, [.. before.Select(value => value + effect + (5 * random.NextDouble()))]);
        }
    }

    [Fact]
    public void PostStratification_StrataThatExplainAll_LeaveNoSpread()
    {
        var strata = new Dictionary<string, (SampleMoments, SampleMoments)>(StringComparer.Ordinal)
        {
            ["new"] = (new(40, 1, 0.5), new(60, 2, 0.5)),
            ["old"] = (new(160, 11, 0.5), new(140, 12, 0.5)),
        };

        var adjusted = PostStratification.Compare(strata);

        adjusted.Frequentist.Effect!.Value.ShouldBe(1, 1e-12);
        adjusted.VarianceReduction!.Value.ShouldBeGreaterThan(0.95);

        // Weights 100/400 and 300/400; squared errors 0.5/40 + 0.5/60 and 0.5/160 + 0.5/140.
        Math.Pow(adjusted.Frequentist.StandardError!.Value, 2).ShouldBeRelatively(
            (0.0625 * ((0.5 / 40) + (0.5 / 60))) + (0.5625 * ((0.5 / 160) + (0.5 / 140))), 1e-12);
        PostStratification.Compare(new Dictionary<string, (SampleMoments, SampleMoments)>(StringComparer.Ordinal) { ["thin"] = (new(1, 1, 0), new(60, 2, 0.5)) })
            .Frequentist.NotEstimable.ShouldNotBeNull().ShouldContain("\"thin\"");
    }

    [Fact]
    public void DegenerateInputs_AreNotEstimableWithTheReason()
    {
        FrequentistTest.Proportions(new(0, 100), new(0, 120)).NotEstimable.ShouldNotBeNull().ShouldContain("None of the 220");
        FrequentistTest.Proportions(new(0, 0), new(0, 120)).NotEstimable.ShouldNotBeNull().ShouldContain("no observation");
        FrequentistTest.Means(new(1, 2, 0), new(50, 2, 1)).NotEstimable.ShouldNotBeNull().ShouldContain("at least 2");
        FrequentistTest.Means(new(50, 2, 0), new(50, 2, 0)).NotEstimable.ShouldNotBeNull().ShouldContain("same value");
        FrequentistTest.Ratios(PairedMoments.Of([0, 0], [1, 2]), PairedMoments.Of([1, 2], [1, 2])).NotEstimable.ShouldNotBeNull().ShouldContain("add up to 0");
        FrequentistTest.Quantiles([1, 2, 3], [1, 2, 3], 0.9).NotEstimable.ShouldNotBeNull().ShouldContain("at least 50");
        SequentialTest.Means(new(50, 2, 0), new(50, 3, 0)).NotEstimable.ShouldNotBeNull();
        BayesianTest.Means(new(50, 2, 0), new(50, 3, 0)).NotEstimable.ShouldNotBeNull();
        Cuped.Compare(PairedMoments.Of([1, 1], [1, 2]), PairedMoments.Of([1, 1], [1, 2])).Frequentist.NotEstimable.ShouldNotBeNull().ShouldContain("covariate");
        SampleRatioCheck.Of([0, 0], []).NotEstimable.ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => new Proportion(3, 2));
        Should.Throw<ArgumentException>(() => FrequentistTest.Means(default, default, 1));
    }

    [Fact]
    public void Comparison_SwappedVariants_FlipsTheSign()
    {
        var one = FrequentistTest.Proportions(new(30, 200), new(44, 210));
        var other = FrequentistTest.Proportions(new(44, 210), new(30, 200));

        other.Effect.ShouldBe(-one.Effect);
        other.Lower!.Value.ShouldBe(-one.Upper!.Value, 1e-15);
        other.PValue!.Value.ShouldBe(one.PValue!.Value, 1e-15);
    }
}
