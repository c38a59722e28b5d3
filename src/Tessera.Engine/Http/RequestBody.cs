using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Tessera.Engine.Native;

namespace Tessera.Engine.Http;

/// <summary>The request's body, uncompressed, read once from start to end in constant memory.</summary>
internal sealed class RequestBody : IAsyncDisposable
{
    private readonly Stream stream;
    private readonly long? length;
    private byte[] pushedBack = [];
    private int pushedBackPosition;

    private RequestBody(Stream stream, long? length)
    {
        this.stream = stream;
        this.length = length;
    }

    /// <exception cref="EngineException">The body is compressed in a way that is not offered.</exception>
    public static RequestBody Open(HttpRequest request)
    {
        if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return new RequestBody(Stream.Null, 0);
        }

        var encoding = request.Headers.ContentEncoding.ToString();
        return new RequestBody(encoding switch
        {
            "" or "identity" => request.Body,
            "gzip" or "x-gzip" => new GZipStream(request.Body, CompressionMode.Decompress),
            "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress),
            "br" => new BrotliStream(request.Body, CompressionMode.Decompress),
            _ => throw EngineErrors.NotOffered($"Request bodies compressed with '{encoding}' are not offered by the embedded engine; use gzip, deflate or br."),
        }, encoding is "" or "identity" ? request.ContentLength ?? (request.Headers.TransferEncoding.Count == 0 ? 0 : null) : null);
    }

    /// <summary>How large a buffer takes the body, or its first <paramref name="most"/> bytes, with one byte to spare to see its end.</summary>
    public int Expected(int most) => (int)Math.Min(most, (length ?? most) + 1);

    /// <summary>Fills the buffer as far as the body goes; less than its length only at the end.</summary>
    /// <exception cref="EngineException">The compressed data is damaged.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        var filled = Math.Min(buffer.Length, pushedBack.Length - pushedBackPosition);
        pushedBack.AsMemory(pushedBackPosition, filled).CopyTo(buffer);
        pushedBackPosition += filled;
        try
        {
            return filled + await stream.ReadAtLeastAsync(buffer[filled..], buffer.Length - filled, throwOnEndOfStream: false, cancellation);
        }
        catch (InvalidDataException exception)
        {
            throw new EngineException(354, "INFLATE_FAILED", "The request body cannot be decompressed: " + exception.Message);
        }
    }

    /// <summary>Makes these bytes the next to be read.</summary>
    public void PushBack(ReadOnlyMemory<byte> bytes)
    {
        pushedBack = [.. bytes.Span, .. pushedBack.AsSpan(pushedBackPosition)];
        pushedBackPosition = 0;
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
