using System.Numerics;
using System.Runtime.InteropServices;

namespace Tessera.Segments.Live.Values;

/// <summary>A number as two whole ones, so that nothing is rounded. The second is above 0.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Fraction(BigInteger numerator, BigInteger denominator)
{
    private static readonly BigInteger BoundScale = BigInteger.Pow(10, NumberReading.BoundDigits);

    internal BigInteger Numerator => denominator.Sign < 0 ? -numerator : numerator;

    internal BigInteger Denominator => BigInteger.Abs(denominator);

    /// <summary>Compares with a number times 10^24.</summary>
    internal int CompareTo(BigInteger bound) => (Numerator * BoundScale).CompareTo(bound * Denominator);

    public static Fraction operator /(Fraction left, Fraction right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);
}
