using System.Globalization;
using System.Numerics;

namespace Tessera.Segments.Sql;

/// <summary>A number as two whole ones: <c>Numerator / (Denominator × 10^Scale)</c>, the denominator above 0 where the number is present.</summary>
/// <param name="Numerator">A column, Int256.</param>
/// <param name="Denominator">A column, Int256; null for 1.</param>
/// <param name="Scale">The power of ten.</param>
/// <param name="IsPresent">A column, 0 or 1; null when it always is.</param>
/// <remarks>Numbers below 10^15 and fewer than 10^9 of them leave every product below 2^255.</remarks>
internal sealed record FractionSql(string Numerator, string? Denominator, int Scale, string? IsPresent)
{
    private const int Digits = 24;

    private static readonly BigInteger Greatest = BigInteger.Pow(10, 75);

    /// <summary>Compares with a number; the result is a column.</summary>
    internal string Passes(ColumnStack columns, ParameterSet parameters, Comparison comparison, double bound)
    {
        var limit = $"toInt256({parameters.Text(Scaled(bound).ToString(CultureInfo.InvariantCulture))})";
        var operation = ValueTestSql.Operator(comparison);
        var scaled = columns.Define($"{Numerator} * toInt256('{BigInteger.Pow(10, Digits - Scale).ToString(CultureInfo.InvariantCulture)}')");
        if (Denominator is null)
        {
            return Where(columns, $"{scaled} {operation} {limit}");
        }

        // What the division leaves has the sign of the numerator, and decides when the quotient alone does not.
        var divisor = columns.Define($"if({Denominator} = 0, toInt256(1), {Denominator})");
        var quotient = columns.Define($"intDiv({scaled}, {divisor})");
        var rest = columns.Define($"{scaled} - {quotient} * {divisor}");
        return Where(columns, $"multiIf({quotient} < {limit}, -1, {quotient} > {limit}, 1, {rest} > 0, 1, {rest} < 0, -1, 0) {operation} 0");
    }

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
