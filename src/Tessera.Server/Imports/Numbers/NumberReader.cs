namespace Tessera.Server.Imports.Numbers;

/// <summary>Reads numbers as shops write them, exactly: signs, grouping, currencies, parentheses for negative ones.</summary>
internal static class NumberReader
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">The value, UTF-8, trimmed.</param>
    /// <param name="style">Which character separates the decimals.</param>
    /// <param name="value">The number, exact.</param>
    /// <returns>Whether the whole text is a number of at most 28 digits, a currency aside.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, NumberStyle style, out decimal value) => TryRead(text, style, out value, out _);

    /// <inheritdoc cref="TryRead(ReadOnlySpan{byte}, NumberStyle, out decimal)"/>
    /// <param name="text">The value, UTF-8, trimmed.</param>
    /// <param name="style">Which character separates the decimals.</param>
    /// <param name="value">The number, exact.</param>
    /// <param name="currency">The code of the currency written with it, or null.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, NumberStyle style, out decimal value, out string? currency)
    {
        currency = null;
        if (TryReadPlain(text, style == NumberStyle.Point ? (byte)'.' : (byte)',', out value))
        {
            return true;
        }

        var shape = NumberShape.Of(text);
        if (!shape.IsNumber || !Digits.TryRead(shape.Digits, style, shape.Exponent, out value))
        {
            return false;
        }

        currency = shape.Currency;
        value = shape.Negative ? -value : value;
        return true;
    }

    /// <summary>The common case without ceremony: digits, at most one decimal separator, perhaps a minus sign, no more than 18 digits.</summary>
    private static bool TryReadPlain(ReadOnlySpan<byte> text, byte decimalSeparator, out decimal value)
    {
        value = 0;
        var negative = !text.IsEmpty && text[0] == (byte)'-';
        var digits = negative ? text[1..] : text;
        if (digits.Length is 0 or > 18)
        {
            return false;
        }

        var number = 0L;
        var separator = -1;
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] is >= (byte)'0' and <= (byte)'9')
            {
                number = (number * 10) + (digits[i] - '0');
            }
            else if (digits[i] == decimalSeparator && separator < 0 && i > 0 && i < digits.Length - 1)
            {
                separator = i;
            }
            else
            {
                return false;
            }
        }

        var scale = separator < 0 ? 0 : digits.Length - separator - 1;
        value = new decimal(unchecked((int)number), unchecked((int)(number >> 32)), 0, negative && number != 0, (byte)scale);
        return true;
    }
}
