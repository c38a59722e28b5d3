using System.Globalization;
using System.Numerics;
using Tessera.Segments.Text;

namespace Tessera.Segments.Live.Values;

/// <summary>Numbers as text and text as numbers, and their exact decimal values.</summary>
internal static class NumberReading
{
    /// <summary>How many digits after the point an addend keeps.</summary>
    internal const int AddendDigits = 12;

    /// <summary>How many digits after the point count of what a measure is compared with.</summary>
    internal const int BoundDigits = 24;

    // As JSON.stringify writes numbers, except that an exponent has no plus sign; the engine writes them so.
    internal static string Shortest(double number)
    {
        var size = Math.Abs(number);
        return number == 0 || (size >= 1e-6 && size < 1e21)
            ? NumberText.Format(number)
            : number.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "e", StringComparison.Ordinal).Replace("E-0", "e-", StringComparison.Ordinal).Replace("E-", "e-", StringComparison.Ordinal);
    }

    /// <summary>The number a text is in JSON's own grammar, nothing around it; null when it is none or not finite.</summary>
    internal static double? Parse(string text) =>
        IsJsonNumber(text) && double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : null;

    /// <summary>A number below 10^15 in size, times 10^12, by its shortest form; what is beyond is cut off.</summary>
    internal static Int128 Scaled(double number)
    {
        var (digits, exponent) = Decimal(number);
        var power = exponent + AddendDigits;
        return power switch
        {
            >= 0 => digits * Power(power),
            < -30 => 0,
            _ => digits / Power(-power),
        };
    }

    /// <summary>A number times 10^24, by its shortest form; what is beyond is cut off.</summary>
    internal static BigInteger Bound(double number)
    {
        var (digits, exponent) = Decimal(number);
        var power = exponent + BoundDigits;
        return power >= 0 ? digits * BigInteger.Pow(10, power) : digits / BigInteger.Pow(10, -power);
    }

    // The number is digits × 10^exponent, as its shortest form says, which has at most 17 digits.
    private static (long Digits, int Exponent) Decimal(double number)
    {
        Span<char> text = stackalloc char[32];
        number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        long digits = 0;
        var (exponent, isFraction, at) = (0, false, text[0] == '-' ? 1 : 0);
        for (; at < length && text[at] != 'E'; at++)
        {
            if (text[at] == '.')
            {
                isFraction = true;
                continue;
            }

            digits = (digits * 10) + (text[at] - '0');
            exponent -= isFraction ? 1 : 0;
        }

        if (at < length)
        {
            exponent += int.Parse(text[(at + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        return (text[0] == '-' ? -digits : digits, exponent);
    }

    private static Int128 Power(int exponent)
    {
        Int128 power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }

    private static bool IsJsonNumber(ReadOnlySpan<char> text)
    {
        var at = text is ['-', ..] ? 1 : 0;
        var whole = Digits(text, ref at);
        if (whole == 0 || (whole > 1 && text[at - whole] == '0'))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            at += at < text.Length && text[at] is '+' or '-' ? 1 : 0;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }
}
