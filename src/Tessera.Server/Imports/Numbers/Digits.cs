using System.Text;

namespace Tessera.Server.Imports.Numbers;

/// <summary>Digits with separators between them.</summary>
internal static class Digits
{
    /// <summary>Reads digits whose style is known.</summary>
    /// <param name="digits">Digits and separators; begins with a digit or its decimal separator, ends with a digit.</param>
    /// <param name="style">Which separator is the decimal one.</param>
    /// <param name="exponent">A power of ten to multiply with.</param>
    /// <param name="value">The number, exact.</param>
    /// <returns>Whether every group has three digits and the number has at most 28.</returns>
    public static bool TryRead(ReadOnlySpan<byte> digits, NumberStyle style, int exponent, out decimal value)
    {
        value = 0;
        var decimalSeparator = style == NumberStyle.Point ? (byte)'.' : (byte)',';
        var split = digits.LastIndexOf(decimalSeparator);
        var whole = split < 0 ? digits : digits[..split];
        var fraction = split < 0 ? default : digits[(split + 1)..];
        if (whole.Contains(decimalSeparator) || (split >= 0 && fraction.IsEmpty) || fraction.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        try
        {
            return TryReadWhole(whole, ref value) && TryScale(fraction, exponent, ref value);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>What one written number says about the style of its file.</summary>
    public static NumberHint HintOf(ReadOnlySpan<byte> digits)
    {
        var points = digits.Count((byte)'.');
        var commas = digits.Count((byte)',');
        return (points, commas) switch
        {
            (0, 0) => NumberHint.None,
            (> 0, > 0) when points > 1 && commas > 1 => NumberHint.NotANumber,
            (> 0, > 0) => digits.LastIndexOf((byte)'.') > digits.LastIndexOf((byte)',') ? NumberHint.Point : NumberHint.Comma,
            (> 1, 0) => NumberHint.Comma,
            (0, > 1) => NumberHint.Point,
            (1, 0) => HintOfSingle(digits, (byte)'.', NumberHint.Point, NumberHint.Comma),
            _ => HintOfSingle(digits, (byte)',', NumberHint.Comma, NumberHint.Point),
        };
    }

    // A single separator before three digits may group them or not, unless what stands before it cannot be a group.
    private static NumberHint HintOfSingle(ReadOnlySpan<byte> digits, byte separator, NumberHint asDecimal, NumberHint asGroup)
    {
        var position = digits.IndexOf(separator);
        var canGroup = digits.Length - position - 1 == 3 && position is >= 1 and <= 3 && digits[0] != (byte)'0';
        if (!canGroup)
        {
            return asDecimal;
        }

        return digits[..position].ContainsAnyExceptInRange((byte)'0', (byte)'9') ? asGroup : NumberHint.Either;
    }

    // Groups have three digits; those in the middle may have two, as in India: 12,34,567.
    private static bool TryReadWhole(ReadOnlySpan<byte> whole, ref decimal value)
    {
        var (groups, inGroup, separator) = (1, 0, 0);
        while (!whole.IsEmpty)
        {
            if (whole[0] is >= (byte)'0' and <= (byte)'9')
            {
                value = (value * 10) + (whole[0] - '0');
                inGroup++;
                whole = whole[1..];
                continue;
            }

            var length = GroupSeparatorLength(whole);
            if (length == 0 || (groups > 1 && separator != whole[0]) || inGroup is 0 or > 3 || (groups > 1 && inGroup == 1))
            {
                return false;
            }

            (groups, inGroup, separator) = (groups + 1, 0, whole[0]);
            whole = whole[length..];
        }

        return groups == 1 || inGroup == 3;
    }

    private static int GroupSeparatorLength(ReadOnlySpan<byte> text)
    {
        if (Rune.DecodeFromUtf8(text, out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            return 0;
        }

        return rune.Value is '.' or ',' or ' ' or '\'' or '_' or 0x00A0 or 0x202F or 0x2009 or 0x2019 ? length : 0;
    }

    private static bool TryScale(ReadOnlySpan<byte> fraction, int exponent, ref decimal value)
    {
        if (fraction.Length > 28 || Math.Abs(exponent) > 28)
        {
            return false;
        }

        var scale = 1m;
        foreach (var digit in fraction)
        {
            scale /= 10;
            value += (digit - '0') * scale;
        }

        for (; exponent > 0; exponent--)
        {
            value *= 10;
        }

        for (; exponent < 0; exponent++)
        {
            value /= 10;
        }

        return true;
    }
}
