using System.Globalization;
using System.Text;

namespace Tessera.Benchmarks.Ingestion;

/// <summary>Bodies of 100 calls of 316 bytes each, every call with a message id of its own.</summary>
internal sealed class CallBatches
{
    /// <summary>Calls in a body.</summary>
    public const int Calls = 100;

    /// <summary>Bytes of a call.</summary>
    public const int CallBytes = 316;

    private const int IdDigits = 12;
    private const int Customers = 20_000;
    private static readonly byte[] Head = "{\"batch\":["u8.ToArray();
    private static readonly byte[] Tail = "]}"u8.ToArray();
    private long next;

    /// <summary>The next body.</summary>
    public byte[] Next()
    {
        var body = new byte[Head.Length + (Calls * (CallBytes + 1)) - 1 + Tail.Length];
        Head.CopyTo(body.AsSpan());
        var rest = body.AsSpan(Head.Length);
        for (var call = 0; call < Calls; call++)
        {
            Write(rest[..CallBytes], Interlocked.Increment(ref next));
            rest = rest[CallBytes..];
            if (call < Calls - 1)
            {
                rest[0] = (byte)',';
                rest = rest[1..];
            }
        }

        Tail.CopyTo(rest);
        return body;
    }

    private static void Write(Span<byte> call, long number)
    {
        var id = number.ToString(CultureInfo.InvariantCulture).PadLeft(IdDigits, '0');
        var text = $$"""{"type":"track","messageId":"bench-{{id}}","userId":"user-{{(number * 7919 % Customers).ToString("D6", CultureInfo.InvariantCulture)}}","event":"Product Viewed","timestamp":"2024-05-01T12:00:00.000Z","properties":{"product_id":"{{id}}","price":19.99,"currency":"USD"},"context":{"library":{"name":"bench","version":"1"},"note":""";
        var written = Encoding.UTF8.GetBytes(text, call);
        call[written] = (byte)'"';
        call[(written + 1)..^3].Fill((byte)'x');
        "\"}}"u8.CopyTo(call[^3..]);
    }
}
