using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Tessera.Server.Ingestion.Contracts;

/// <summary>Where a value stands in the JSON text of a call, in 32 bits: 15 of offset, 16 of length, one for "has escapes".</summary>
/// <remarks>It fits because a call has at most 32 KB. The first byte of an object is a brace, so offset 0 means "absent".</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSlice(uint Packed)
{
    private const int LengthBits = 16;

    public bool IsAbsent => Packed == 0;

    private int Offset => (int)(Packed >> (LengthBits + 1));

    private int Length => (int)((Packed >> 1) & 0xFFFF);

    private bool IsEscaped => (Packed & 1) == 1;

    /// <summary>The slice from an offset; absent when it is empty.</summary>
    public static TextSlice At(int offset, int length, bool isEscaped = false) =>
        length == 0 ? default : new(((uint)offset << (LengthBits + 1)) | ((uint)length << 1) | (isEscaped ? 1U : 0U));

    /// <summary>The bytes as they stand, escapes and all.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json) => json.Slice(Offset, Length);

    /// <inheritdoc cref="Of(ReadOnlySpan{byte})"/>
    public ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json) => json.Slice(Offset, Length);

    /// <summary>The text that the bytes mean; empty when absent.</summary>
    /// <exception cref="InvalidOperationException">An escape stands for half a character.</exception>
    public string Text(ReadOnlySpan<byte> json) => IsEscaped ? Unescape(json).Trim() : Encoding.UTF8.GetString(Of(json));

    /// <summary>The UTF-8 bytes of the text.</summary>
    /// <exception cref="InvalidOperationException">An escape stands for half a character.</exception>
    public ReadOnlySpan<byte> Utf8(ReadOnlySpan<byte> json) => IsEscaped ? Encoding.UTF8.GetBytes(Text(json)) : Of(json);

    private string Unescape(ReadOnlySpan<byte> json)
    {
        // With its quotes it is a JSON text of its own.
        var reader = new Utf8JsonReader(json.Slice(Offset - 1, Length + 2));
        reader.Read();
        return reader.GetString()!;
    }
}
