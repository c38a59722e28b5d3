using System.Globalization;
using System.Numerics;

namespace Tessera.Segments.Tests.Reference;

/// <summary>A number kept as two whole ones, the second above 0, so that nothing is rounded.</summary>
internal readonly record struct Fraction
{
    private Fraction(BigInteger numerator, BigInteger denominator) =>
        (Numerator, Denominator) = denominator.Sign < 0 ? (-numerator, -denominator) : (numerator, denominator);

    internal BigInteger Numerator { get; }

    internal BigInteger Denominator { get; }

    /// <summary>A number exactly as its shortest form says.</summary>
    internal static Fraction Of(double number)
    {
        var parts = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(parts[0].Replace(".", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var exponent = (parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0) - (point < 0 ? 0 : parts[0].Length - point - 1);
        return exponent >= 0 ? new(digits * BigInteger.Pow(10, exponent), 1) : new(digits, BigInteger.Pow(10, -exponent));
    }

    /// <summary>The number with its digits after the given one behind the point cut off.</summary>
    internal Fraction Cut(int digits)
    {
        var scale = BigInteger.Pow(10, digits);
        return new(Numerator * scale / Denominator, scale);
    }

    internal Fraction Abs() => new(BigInteger.Abs(Numerator), Denominator);

    internal int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public static implicit operator Fraction(int number) => new(number, 1);

    public static Fraction operator +(Fraction left, Fraction right) => new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);
}
