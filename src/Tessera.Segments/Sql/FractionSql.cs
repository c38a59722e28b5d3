using System.Globalization;
using System.Numerics;

namespace Tessera.Segments.Sql;

/// <summary>A number as two whole ones: <c>Numerator / (Denominator × 10^Scale)</c>, the denominator above 0 where the number is present.</summary>
/// <param name="Numerator">A column or expression, a whole number.</param>
/// <param name="Denominator">A column or expression, a whole number; null for 1.</param>
/// <param name="Scale">The power of ten.</param>
/// <param name="IsPresent">A column, 0 or 1; null when it always is.</param>
/// <remarks>Numbers below 10^15 and fewer than 10^9 of them leave every product below 2^255.</remarks>
internal sealed record FractionSql(string Numerator, string? Denominator, int Scale, string? IsPresent)
{
    private const int Digits = 24;

    private static readonly BigInteger Unit = BigInteger.Pow(10, Digits);

    private static readonly BigInteger Greatest = BigInteger.Pow(10, 75);

    /// <summary>Compares with a number; the result is a column.</summary>
    internal string Passes(ColumnStack columns, ParameterSet parameters, Comparison comparison, double bound)
    {
        var limit = Scaled(bound);
        var operation = ValueTestSql.Operator(comparison);
        if (Denominator is null)
        {
            return Where(columns, Whole(parameters, comparison, limit));
        }

        // Both sides multiplied by the denominator, where that stays small enough.
        var common = BigInteger.GreatestCommonDivisor(limit, Unit);
        var (left, right) = (Unit / common, limit / common);
        (left, right) = Scale < 0 ? (left * BigInteger.Pow(10, -Scale), right) : (left, right * BigInteger.Pow(10, Scale));
        if (BigInteger.Abs(left) <= Unit && BigInteger.Abs(right) <= Unit)
        {
            return Where(columns, $"toInt256({Numerator}) * {Constant(left)} {operation} toInt256({Denominator}) * {Given(parameters, right)}");
        }

        // What the division leaves has the sign of the numerator, and decides when the quotient alone does not.
        var given = Given(parameters, limit);
        var scaled = columns.Define($"toInt256({Numerator}) * {Constant(BigInteger.Pow(10, Digits - Scale))}");
        var divisor = columns.Define($"if({Denominator} = 0, toInt256(1), toInt256({Denominator}))");
        var quotient = columns.Define($"intDiv({scaled}, {divisor})");
        var rest = columns.Define($"{scaled} - {quotient} * {divisor}");
        return Where(columns, $"multiIf({quotient} < {given}, -1, {quotient} > {given}, 1, {rest} > 0, 1, {rest} < 0, -1, 0) {operation} 0");
    }

    // A whole number is above a bound when it is above the greatest whole number that is not above the bound, and so on.
    private string Whole(ParameterSet parameters, Comparison comparison, BigInteger limit)
    {
        var unit = BigInteger.Pow(10, Digits - Scale);
        var floor = BigInteger.DivRem(limit, unit, out var rest);
        floor -= rest < 0 ? 1 : 0;
        if (rest != 0 && comparison is Comparison.Equal or Comparison.NotEqual)
        {
            return comparison == Comparison.Equal ? "0" : "1";
        }

        var whole = rest != 0 && comparison is Comparison.GreaterOrEqual or Comparison.Less ? floor + 1 : floor;
        return $"{Numerator} {ValueTestSql.Operator(comparison)} {(whole >= long.MinValue && whole <= long.MaxValue ? parameters.Number((long)whole) : Given(parameters, whole))}";
    }

    private static string Constant(BigInteger number) => $"toInt256('{number.ToString(CultureInfo.InvariantCulture)}')";

    private static string Given(ParameterSet parameters, BigInteger number) => $"toInt256({parameters.Text(number.ToString(CultureInfo.InvariantCulture))})";

    private string Where(ColumnStack columns, string test) => columns.Define(IsPresent is null ? test : $"{IsPresent} AND ({test})");

    private static BigInteger Scaled(double number)
    {
        var parts = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(parts[0].Replace(".", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var exponent = Digits + (parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0)
            - (point < 0 ? 0 : parts[0].Length - point - 1);
        var scaled = exponent >= 0 ? digits * BigInteger.Pow(10, exponent) : digits / BigInteger.Pow(10, -exponent);
        return BigInteger.Max(-Greatest, BigInteger.Min(Greatest, scaled));
    }
}
