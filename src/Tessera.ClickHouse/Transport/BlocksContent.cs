using System.IO.Compression;
using System.Net;

namespace Tessera.ClickHouse.Transport;

/// <summary>A body that is written while it is sent, with gzip or without.</summary>
internal sealed class BlocksContent : HttpContent
{
    private readonly Func<Stream, CancellationToken, Task> write;
    private readonly bool compress;

    public BlocksContent(Func<Stream, CancellationToken, Task> write, bool compress)
    {
        this.write = write;
        this.compress = compress;
        if (compress)
        {
            Headers.ContentEncoding.Add("gzip");
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!compress)
        {
            await write(stream, cancellationToken).ConfigureAwait(false);
            return;
        }

        await using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        await write(gzip, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
