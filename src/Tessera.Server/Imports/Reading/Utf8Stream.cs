using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Tessera.Server.Imports.Reading;

/// <summary>Passes UTF-8 through, and turns bytes that are not UTF-8 into the characters they are in Windows-1252.</summary>
/// <remarks>
/// An encoding cannot be told from the start of a file that begins with a million ASCII characters, so it is decided where it
/// shows: a text that was ASCII so far and then breaks the rules of UTF-8 is Windows-1252 from there on; a text that
/// was UTF-8 with letters beyond ASCII stays it, and only the offending bytes are replaced.
/// </remarks>
internal sealed class Utf8Stream : ForwardStream
{
    private const int BlockSize = 1 << 16;
    private const int LongestExpansion = 3;

    private readonly byte[] input = new byte[BlockSize];
    private byte[] output = new byte[BlockSize];
    private int carried;
    private int outputStart;
    private int outputEnd;
    private bool ended;
    private bool beyondAscii;

    public Utf8Stream(Stream inner)
        : base(inner)
    {
    }

    /// <summary>Whether the text turned out to be Windows-1252.</summary>
    public bool IsWindows1252 { get; private set; }

    /// <summary>How many bytes of a UTF-8 text were not UTF-8 and were read as Windows-1252.</summary>
    public long Repaired { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        while (outputStart == outputEnd && !ended)
        {
            Fill();
        }

        var count = Math.Min(buffer.Length, outputEnd - outputStart);
        output.AsSpan(outputStart, count).CopyTo(buffer);
        outputStart += count;
        return count;
    }

    private void Fill()
    {
        var read = Inner.Read(input, carried, input.Length - carried);
        ended = read == 0;
        var block = input.AsSpan(0, carried + read);
        carried = 0;
        outputStart = outputEnd = 0;
        if (IsWindows1252)
        {
            AppendWindows1252(block);
        }
        else if (Ascii.IsValid(block))
        {
            Append(block);
        }
        else
        {
            AppendUtf8(block);
        }
    }

    private void AppendUtf8(Span<byte> block)
    {
        if (Utf8.IsValid(block))
        {
            beyondAscii = true;
            Append(block);
            return;
        }

        while (!block.IsEmpty)
        {
            var start = block.IndexOfAnyExceptInRange((byte)0x00, (byte)0x7F);
            if (start < 0)
            {
                Append(block);
                return;
            }

            Append(block[..start]);
            block = block[start..];
            switch (Rune.DecodeFromUtf8(block, out _, out var length))
            {
                case OperationStatus.Done:
                    beyondAscii = true;
                    Append(block[..length]);
                    break;
                case OperationStatus.NeedMoreData when !ended:
                    block.CopyTo(input);
                    carried = block.Length;
                    return;
                case var _ when beyondAscii:
                    length = 1;
                    Repaired++;
                    AppendWindows1252(block[..1]);
                    break;
                default:
                    IsWindows1252 = true;
                    AppendWindows1252(block);
                    return;
            }

            block = block[length..];
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(output.AsSpan(outputEnd));
        outputEnd += bytes.Length;
    }

    private void AppendWindows1252(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length * LongestExpansion);
        Span<char> characters = stackalloc char[256];
        while (!bytes.IsEmpty)
        {
            var count = TextEncoding.Windows1252.GetChars(bytes[..Math.Min(bytes.Length, characters.Length)], characters);
            outputEnd += Encoding.UTF8.GetBytes(characters[..count], output.AsSpan(outputEnd));
            bytes = bytes[count..];
        }
    }

    private void Reserve(int count)
    {
        if (output.Length - outputEnd < count)
        {
            Array.Resize(ref output, Math.Max(output.Length * 2, outputEnd + count));
        }
    }
}
