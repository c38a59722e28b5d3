using Tessera.Learning.Numerics;
using Tessera.Learning.Tests.Support;

namespace Tessera.Learning.Tests.Numerics;

public sealed class GammaFunctionsTests
{
    [Theory]
    [InlineData(0.5, 0.57236494292470008707171367567653, -1.9635100260214234794409763329988, 4.9348022005446793094172454999381)]
    [InlineData(1e-5, 11.512919692895825788, -100000.57719921568, 10000000001.644910026)]
    [InlineData(10, 12.801827480081469611207717874567, 2.2517525890667211076474561638858, 0.10516633568168574612220424226155)]
    public void LogGammaDigammaTrigamma_KnownArguments_HaveTheTabledValues(double x, double logGamma, double digamma, double trigamma)
    {
        GammaFunctions.LogGamma(x).ShouldBeRelatively(logGamma, 1e-14);
        GammaFunctions.Digamma(x).ShouldBeRelatively(digamma, 1e-14);
        GammaFunctions.Trigamma(x).ShouldBeRelatively(trigamma, 1e-13);
    }

    [Fact]
    public void LogRising_WholeNumbers_IsTheSumOfLogarithms()
    {
        foreach (var x in new[] { 0.01, 0.3, 5, 11.9, 12.1, 300, 1e9, 1e14 })
        {
            foreach (var n in new[] { 1, 2, 7, 40 })
            {
                var sum = Enumerable.Range(0, n).Sum(i => Math.Log(x + i));
                GammaFunctions.LogRising(x, n).ShouldBe(sum, 1e-13 * Math.Max(1, Math.Abs(sum)) * n);
            }
        }
    }

    [Theory]
    [InlineData(0.7, 1.9, 0.3)]
    [InlineData(3.2, 2.4, 0.97)]
    [InlineData(120, 121.5, 0.6)]
    [InlineData(1.01, 0.02, 0.5)]
    [InlineData(0.4, 9, 0)]
    public void HypergeometricUnit_EqualsItsSeriesAndItsDerivativesTheirDifferences(double a, double c, double z)
    {
        var value = HypergeometricUnit.At(a, c, z);

        value.Log.ShouldBe(Math.Log(Series(a, c, z)), 1e-12);
        value.ByA.ShouldBe(Difference(step => Series(a + step, c, z)), 1e-7);
        value.ByC.ShouldBe(Difference(step => Series(a, c + step, z)), 1e-7);
        value.ByZ.ShouldBe(Difference(step => Series(a, c, z + step)), 1e-6 * Math.Max(1, value.ByZ));

        // The plain series of ₂F₁(1, a; c + 1; z).
        static double Series(double a, double c, double z)
        {
            double term = 1, sum = 1;
            for (var n = 0; n < 5000; n++)
            {
                term *= (a + n) / (c + 1 + n) * z;
                sum += term;
            }

            return sum;
        }

        static double Difference(Func<double, double> at)
        {
            const double step = 1e-6;
            return (Math.Log(at(step)) - Math.Log(at(-step))) / (2 * step);
        }
    }
}
