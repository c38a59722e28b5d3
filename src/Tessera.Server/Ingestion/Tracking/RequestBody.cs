using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>The body of a request in a buffer from the shared pool, unpacked, and no more of it than may be.</summary>
internal sealed class RequestBody : IDisposable
{
    private byte[] buffer;

    private RequestBody(int size) => buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>What was read.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, Length);

    /// <summary>Whether there is more than <see cref="TrackingLimits.BodyBytes"/>.</summary>
    public bool IsTooLarge => Length > TrackingLimits.BodyBytes;

    private int Length { get; set; }

    /// <summary>Reads the body.</summary>
    /// <exception cref="InvalidDataException">It says that it is gzip and is not.</exception>
    /// <exception cref="NotSupportedException">It is packed in another way.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        var isPacked = encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase);
        if (!isPacked && encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"Content-Encoding {encoding}");
        }

        var expected = isPacked ? null : request.ContentLength;
        var body = new RequestBody((int)Math.Clamp(expected ?? 16 * 1024, 1, TrackingLimits.BodyBytes) + 1);
        try
        {
            if (isPacked)
            {
                await using var unpacked = new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true);
                await body.FillAsync(unpacked, cancellationToken);
            }
            else
            {
                await body.FillAsync(request.Body, cancellationToken);
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var rented = buffer;
        (buffer, Length) = ([], 0);
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private async Task FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        // One byte more than may be, to learn whether there is one.
        const int Most = TrackingLimits.BodyBytes + 1;
        while (Length < Most)
        {
            if (Length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 2, Most));
                buffer.AsSpan(0, Length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }

            var read = await stream.ReadAsync(buffer.AsMemory(Length, Math.Min(buffer.Length, Most) - Length), cancellationToken);
            if (read == 0)
            {
                return;
            }

            Length += read;
        }
    }
}
