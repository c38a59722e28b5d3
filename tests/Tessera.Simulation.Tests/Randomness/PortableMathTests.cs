using FsCheck;
using FsCheck.Fluent;
using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.Tests.Randomness;

public sealed class PortableMathTests
{
    private const double RelativeError = 1e-14;

    [Fact]
    public void Log_AnyMagnitude_AgreesWithThePlatform() => Check(
        exponent => PortableMath.Log(Math.Exp(exponent)), exponent => Math.Log(Math.Exp(exponent)), -690, 690);

    [Fact]
    public void Log_NearOne_AgreesWithThePlatform() => Check(
        offset => PortableMath.Log(1 + offset), offset => Math.Log(1 + offset), -0.3, 0.4);

    [Fact]
    public void Exp_WholeRange_AgreesWithThePlatform() => Check(PortableMath.Exp, Math.Exp, -690, 690);

    [Fact]
    public void Pow_PositiveBase_AgreesWithThePlatform() => Check(x => PortableMath.Pow(x, 2.7), x => Math.Pow(x, 2.7), 0.01, 50);

    [Fact]
    public void Exp_FarBelowZero_IsZero() => PortableMath.Exp(-1000).ShouldBe(0);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Log_NotAPositiveNumber_IsRefused(double value) => Should.Throw<ArgumentOutOfRangeException>(() => PortableMath.Log(value));

    [Theory]
    [InlineData(701)]
    [InlineData(double.NaN)]
    public void Exp_TooLarge_IsRefused(double value) => Should.Throw<ArgumentOutOfRangeException>(() => PortableMath.Exp(value));

    /// <summary>
    /// The last bits are part of the output's format. These are what IEEE 754 arithmetic gives; another machine or runtime that
    /// gives anything else would also give other simulations. The number was found with a transcription of both functions into Python.
    /// </summary>
    [Fact]
    public void LogAndExp_SampledValues_KeepTheirLastBits()
    {
        var bits = 0UL;
        for (var i = 1; i <= 1000; i++)
        {
            bits = SplitMix64.Combine(bits, BitConverter.DoubleToUInt64Bits(PortableMath.Log(i / 7.0)));
            bits = SplitMix64.Combine(bits, BitConverter.DoubleToUInt64Bits(PortableMath.Exp((i - 500) / 9.0)));
        }

        bits.ShouldBe(7566620401219087235UL);
    }

    private static void Check(Func<double, double> portable, Func<double, double> platform, double lowest, double highest) =>
        Prop.ForAll(
                Gen.Choose(0, 1_000_000).Select(step => lowest + ((highest - lowest) * step / 1_000_000)).ToArbitrary(),
                x => Math.Abs(portable(x) - platform(x)) <= RelativeError * Math.Max(Math.Abs(platform(x)), 1e-3 * RelativeError))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(1, 1));
}
