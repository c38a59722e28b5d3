namespace Tessera.Simulation.Running;

/// <summary>Lower-case hexadecimal numbers as ASCII.</summary>
internal static class Hexadecimal
{
    private static ReadOnlySpan<byte> Digits => "0123456789abcdef"u8;

    /// <summary>Writes eight digits. Returns how many bytes were written.</summary>
    public static int WritePadded(uint value, Span<byte> target)
    {
        for (var i = 7; i >= 0; i--)
        {
            target[i] = Digits[(int)(value & 15)];
            value >>= 4;
        }

        return 8;
    }

    /// <summary>Writes as many digits as needed, at least one. Returns how many bytes were written.</summary>
    public static int Write(uint value, Span<byte> target)
    {
        var length = 1;
        for (var rest = value >> 4; rest != 0; rest >>= 4)
        {
            length++;
        }

        for (var i = length - 1; i >= 0; i--)
        {
            target[i] = Digits[(int)(value & 15)];
            value >>= 4;
        }

        return length;
    }
}
