using System.Text.Json;

namespace Tessera.Simulation.Running;

/// <summary>Writes amounts of money, kept in cents, as JSON numbers with two decimals.</summary>
internal static class JsonAmounts
{
    /// <summary>Writes a property whose value is an amount.</summary>
    public static void WriteAmount(this Utf8JsonWriter json, JsonEncodedText name, long cents)
    {
        Span<byte> text = stackalloc byte[24];
        var length = 0;
        if (cents < 0)
        {
            text[length++] = (byte)'-';
            cents = -cents;
        }

        (cents / 100).TryFormat(text[length..], out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        length += written;
        var rest = (int)(cents % 100);
        text[length++] = (byte)'.';
        text[length++] = (byte)('0' + (rest / 10));
        text[length++] = (byte)('0' + (rest % 10));
        json.WritePropertyName(name);
        json.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
