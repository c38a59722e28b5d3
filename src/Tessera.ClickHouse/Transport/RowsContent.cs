using System.IO.Compression;
using System.Net;

namespace Tessera.ClickHouse.Transport;

/// <summary>Rows with gzip, compressed while they are sent.</summary>
internal sealed class RowsContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> rows;

    public RowsContent(ReadOnlyMemory<byte> rows)
    {
        this.rows = rows;
        Headers.ContentEncoding.Add("gzip");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        await gzip.WriteAsync(rows).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
