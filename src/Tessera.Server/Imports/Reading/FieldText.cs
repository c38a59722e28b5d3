namespace Tessera.Server.Imports.Reading;

/// <summary>Values as they stand in files.</summary>
internal static class FieldText
{
    /// <summary>The value without white space around it: ASCII blanks and no-break spaces.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        // Nearly every value begins and ends with a visible ASCII character.
        if (value.IsEmpty || (value[0] is > 0x20 and < 0x80 && value[^1] is > 0x20 and < 0x80))
        {
            return value;
        }

        while (!value.IsEmpty && BlankAtStart(value) is > 0 and var blank)
        {
            value = value[blank..];
        }

        while (!value.IsEmpty && BlankAtEnd(value) is > 0 and var blank)
        {
            value = value[..^blank];
        }

        return value;
    }

    private static int BlankAtStart(ReadOnlySpan<byte> value) =>
        value[0] is <= 0x20 ? 1
        : value.StartsWith("\u00A0"u8) ? 2
        : value.StartsWith("\u202F"u8) || value.StartsWith("\uFEFF"u8) ? 3
        : 0;

    private static int BlankAtEnd(ReadOnlySpan<byte> value) =>
        value[^1] is <= 0x20 ? 1
        : value.EndsWith("\u00A0"u8) ? 2
        : value.EndsWith("\u202F"u8) ? 3
        : 0;
}
