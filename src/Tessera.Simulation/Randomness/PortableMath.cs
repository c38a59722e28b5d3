namespace Tessera.Simulation.Randomness;

/// <summary>
/// Logarithm, exponential and power built from additions, multiplications, divisions and square roots alone, whose results
/// IEEE 754 fixes to the last bit. <see cref="Math"/> calls the platform's C library instead, whose last bit differs between
/// platforms; one such bit would change the output of a simulation.
/// </summary>
/// <remarks>Relative error below 1e-14 over the range the simulation uses; checked against <see cref="Math"/> in the tests.</remarks>
internal static class PortableMath
{
    private const double Ln2High = 0.693147180369123816490;   // ln 2 to 32 bits, so that k · Ln2High is exact for |k| < 2^20
    private const double Ln2Low = 1.90821492927058770002e-10; // ln 2 − Ln2High
    private const double SquareRootOfHalf = 0.70710678118654752440;

    /// <summary>The natural logarithm.</summary>
    /// <param name="value">Positive and normal (at least 2.3e-308).</param>
    public static double Log(double value)
    {
        if (!(value > 0) || !double.IsNormal(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The logarithm is taken of positive, normal numbers only.");
        }

        // value = m · 2^k with m in [√½, √2); ln m = 2 artanh(s), s = (m − 1)/(m + 1), |s| < 0.1716.
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var exponent = (int)(bits >> 52) - 1022;
        var mantissa = BitConverter.UInt64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FE0000000000000);
        if (mantissa < SquareRootOfHalf)
        {
            mantissa *= 2;
            exponent--;
        }

        var s = (mantissa - 1) / (mantissa + 1);
        var z = s * s;
        var series = 1.0 / 23;
        for (var odd = 21; odd >= 1; odd -= 2)
        {
            series = (series * z) + Reciprocals[odd];
        }

        return (exponent * Ln2High) + ((exponent * Ln2Low) + (2 * s * series));
    }

    /// <summary>e to the power of <paramref name="exponent"/>; 0 below −700 and an error above 700.</summary>
    public static double Exp(double exponent)
    {
        if (exponent < -700)
        {
            return 0;
        }

        if (!(exponent <= 700))
        {
            throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "The exponential is taken of numbers up to 700 only.");
        }

        // exponent = k · ln 2 + r with |r| ≤ ½ ln 2; Taylor to r^14/14! < 1e-17.
        var k = Math.Floor((exponent * 1.44269504088896340736) + 0.5);
        var r = exponent - (k * Ln2High) - (k * Ln2Low);
        var series = 1.0;
        for (var n = 14; n >= 1; n--)
        {
            series = 1 + (series * r * Reciprocals[n]);
        }

        return series * BitConverter.UInt64BitsToDouble((ulong)((int)k + 1023) << 52);
    }

    /// <summary><paramref name="value"/> to the power of <paramref name="exponent"/>, for positive values.</summary>
    public static double Pow(double value, double exponent) => Exp(exponent * Log(value));

    private static ReadOnlySpan<double> Reciprocals =>
    [
        0, 1, 1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 5, 1.0 / 6, 1.0 / 7, 1.0 / 8, 1.0 / 9, 1.0 / 10, 1.0 / 11, 1.0 / 12,
        1.0 / 13, 1.0 / 14, 1.0 / 15, 1.0 / 16, 1.0 / 17, 1.0 / 18, 1.0 / 19, 1.0 / 20, 1.0 / 21, 1.0 / 22, 1.0 / 23,
    ];
}
