using System.Buffers;
using System.Text;

namespace Tessera.Segments.Text;

/// <summary>Which characters make up names.</summary>
internal static class Characters
{
    /// <summary>Whether a name can be written without quotes as the first of a path.</summary>
    internal static bool IsBareRoot(string name) =>
        IsBareSegment(name) && Rune.DecodeFromUtf16(name, out var first, out _) == OperationStatus.Done && IsNameStart(first);

    /// <summary>Whether a name can be written without quotes after a dot.</summary>
    internal static bool IsBareSegment(string name)
    {
        var rest = name.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done || !IsNamePart(rune))
            {
                return false;
            }

            rest = rest[length..];
        }

        return name.Length > 0;
    }

    internal static bool IsNameStart(Rune rune) => Rune.IsLetter(rune) || rune.Value == '_';

    internal static bool IsNamePart(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-';

    /// <summary>Whether a text has a half of a surrogate pair without the other, so that it is no Unicode text.</summary>
    internal static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
            {
                return true;
            }

            text = text[length..];
        }

        return false;
    }
}
