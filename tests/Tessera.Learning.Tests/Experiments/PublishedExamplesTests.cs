using Tessera.Learning.Experiments;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Experiments;

/// <summary>Worked examples of papers, books and manuals, to the printed digits.</summary>
public sealed class PublishedExamplesTests
{
    // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_NewcombesExamples_HaveThePrintedEnds(int successes, int trials, double lower, double upper)
    {
        var interval = ProportionInterval.Wilson(new(successes, trials));

        Math.Round(interval.Lower, 4).ShouldBe(lower);
        Math.Round(interval.Upper, 4).ShouldBe(upper);
    }

    // Newcombe (1998), Interval estimation for the difference between independent proportions, table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    public void Proportions_NewcombesExamples_HaveThePrintedEnds(int successes, int trials, int controlSuccesses, int controlTrials, double lower, double upper)
    {
        var comparison = FrequentistTest.Proportions(new(controlSuccesses, controlTrials), new(successes, trials));

        Math.Round(comparison.Lower!.Value, 4).ShouldBe(lower);
        Math.Round(comparison.Upper!.Value, 4).ShouldBe(upper);
    }

    [Fact]
    public void Means_StudentsSleepData_AreThoseOfTheRManual()
    {
        // Student (1908), as printed by R's t.test(extra ~ group, data = sleep).
        double[] control = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] treatment = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

        var comparison = FrequentistTest.Means(SampleMoments.Of(control), SampleMoments.Of(treatment));

        Math.Round(comparison.Effect!.Value / comparison.StandardError!.Value, 4).ShouldBe(1.8608);
        Math.Round(comparison.DegreesOfFreedom!.Value, 3).ShouldBe(17.776);
        Math.Round(comparison.PValue!.Value, 5).ShouldBe(0.07939);
        Math.Round(comparison.Lower!.Value, 7).ShouldBe(-0.2054832);
        Math.Round(comparison.Upper!.Value, 7).ShouldBe(3.3654832);
    }

    [Fact]
    public void SampleRatioCheck_KohavisExample_HasThePrintedPValue()
    {
        // Kohavi, Tang and Xu (2020), Trustworthy Online Controlled Experiments, chapter 21: p = 1.8E-6.
        var check = SampleRatioCheck.Of([821_588, 815_482], []);

        Math.Round(check.PValue!.Value * 1e6, 1).ShouldBe(1.8);
        check.Mismatch.ShouldBeTrue();
    }

    [Fact]
    public void BenjaminiHochberg_ExampleOfThePaper_RejectsFour()
    {
        // Benjamini and Hochberg (1995), section 3.2: at 0.05 the new procedure rejects four hypotheses, Bonferroni's three.
        double[] pValues = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];

        MultipleComparisons.BenjaminiHochberg(pValues).Count(value => value <= 0.05).ShouldBe(4);
        MultipleComparisons.Holm(pValues).Count(value => value <= 0.05).ShouldBe(3);
    }

    [Fact]
    public void Power_ExamplesOfTheRManual_HaveThePrintedDigits()
    {
        // R: power.prop.test(n = 50, p1 = .50, p2 = .75) and (p1 = .50, p2 = .75, power = .90); power.t.test(n = 20, delta = 1) and (power = .90, delta = 1).
        Math.Round(ExperimentPower.OfProportions(50, 0.5, 0.75), 3).ShouldBe(0.740);
        Math.Round(ExperimentPower.SizeForProportions(0.5, 0.75, 0.9), 1).ShouldBe(76.7);
        Math.Round(ExperimentPower.OfMeans(20, 1, 1), 7).ShouldBe(0.8689528);
        Math.Round(ExperimentPower.SizeForMeans(1, 1, 0.9), 5).ShouldBe(22.02110);
    }

    [Fact]
    public void SmallestDifference_IsTheInverseOfTheSize()
    {
        ExperimentPower.SmallestDifference(ExperimentPower.SizeForMeans(2.5, 7), 7).ShouldBeRelatively(2.5, 1e-9);
        ExperimentPower.DurationDays(22.02, 2, 10).ShouldBe(5);
    }

    [Fact]
    public void Power_NoDifference_IsNotEstimable()
    {
        Should.Throw<NotEstimableException>(() => ExperimentPower.SizeForProportions(0.1, 0.1));
        Should.Throw<NotEstimableException>(() => ExperimentPower.SizeForMeans(0, 1));
        Should.Throw<InvalidOptionsException>(() => ExperimentPower.OfProportions(10, 0, 1.2)).Problems.Count.ShouldBe(2);
    }
}
