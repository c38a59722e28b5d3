using System.Text;

namespace Tessera.Server.Imports.Reading;

/// <summary>Recognises the encodings that text files come in.</summary>
internal static class TextEncoding
{
    /// <summary>Western European Windows: what a text is taken for when it is not UTF-8. Every byte is a character of it.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>UTF-16 in either order when a byte order mark or the pattern of zero bytes says so, else null.</summary>
    public static Encoding? DetectUtf16(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        var (even, odd) = CountZeros(start);
        var pairs = start.Length / 2;
        return pairs switch
        {
            < 4 => null,
            _ when odd * 10 > pairs * 6 && even == 0 => Encoding.Unicode,
            _ when even * 10 > pairs * 6 && odd == 0 => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    /// <summary>Whether <see cref="DetectUtf16"/> finds one.</summary>
    public static bool LooksLikeUtf16(ReadOnlySpan<byte> start) => DetectUtf16(start) is not null;

    private static (int Even, int Odd) CountZeros(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        return (even, odd);
    }
}
