using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tessera.Engine.Native;

namespace Tessera.Engine.Http;

/// <summary>
/// The response to one statement. The first 128 KB are held back (with wait_end_of_query everything is), so that an
/// error before that has its own status; an error after that breaks the stream off in a way no client takes for its end.
/// </summary>
internal sealed class ResponseStream(HttpContext context, QueryRequest request, string exceptionTag) : IAsyncDisposable
{
    private const int HeldBack = 128 * 1024;
    private const int LargestWrite = 128 * 1024;

    private readonly ArrayBufferWriter<byte> head = new();
    private FileBufferingWriteStream? whole;
    private Stream? begun;
    private string format = "TabSeparated";

    public void UseFormat(string format) => this.format = format;

    /// <summary>Sends bytes, waiting while the client is behind.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, Progress progress, CancellationToken cancellation)
    {
        if (request.WaitEndOfQuery)
        {
            whole ??= new FileBufferingWriteStream(HeldBack);
            await whole.WriteAsync(bytes, cancellation);
        }
        else if (begun is null && head.WrittenCount + bytes.Length <= HeldBack)
        {
            head.Write(bytes.Span);
        }
        else
        {
            await SendAsync(begun ?? Start(progress, TimeSpan.Zero), bytes, cancellation);
        }
    }

    /// <summary>Ends the response of a statement that succeeded.</summary>
    public async Task CompleteAsync(Progress progress, TimeSpan elapsed, CancellationToken cancellation)
    {
        if (begun is null && whole is null && !request.Compress)
        {
            context.Response.ContentLength = head.WrittenCount;
        }

        var target = begun ?? Start(progress, elapsed);
        if (whole is not null)
        {
            await whole.DrainBufferAsync(target, cancellation);
        }

        await SendAsync(target, ReadOnlyMemory<byte>.Empty, cancellation);
        if (target != context.Response.Body)
        {
            await target.DisposeAsync();
        }
    }

    /// <summary>Reports an error: as a response of its own, or, when the result had begun, inside it and by breaking it off.</summary>
    /// <exception cref="ResponseBrokenOffException">The result had begun; let it pass up to Kestrel.</exception>
    public async Task FailAsync(EngineException exception, string version)
    {
        if (begun is null)
        {
            await ErrorResponse.WriteAsync(context, exception, request.QueryId, version);
            return;
        }

        // As ClickHouse 25.11 and later write it; the length counts the text's bytes with its line break.
        var message = Encoding.UTF8.GetBytes(ErrorResponse.Text(exception, version));
        byte[] block =
        [
            .. "\r\n__exception__\r\n"u8, .. Encoding.ASCII.GetBytes(exceptionTag), .. "\r\n"u8,
            .. message,
            .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.Length} {exceptionTag}\r\n")),
            .. "__exception__\r\n"u8,
        ];
        await begun.WriteAsync(block, context.RequestAborted);
        if (begun != context.Response.Body)
        {
            await begun.DisposeAsync();
        }

        // The connection is closed after what was written, without the mark of a proper end. To abort it would discard what the client
        // has not read yet, the reason among it.
        throw new ResponseBrokenOffException();
    }

    public async ValueTask DisposeAsync()
    {
        if (whole is not null)
        {
            await whole.DisposeAsync();
        }
    }

    private static async ValueTask WriteInPiecesAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var length = Math.Min(rest.Length, LargestWrite);
            await target.WriteAsync(rest[..length], cancellation);
            rest = rest[length..];
        }
    }

    private static string Summary(Progress progress, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"read_rows":"{{progress.ReadRows}}","read_bytes":"{{progress.ReadBytes}}","written_rows":"{{progress.WrittenRows}}","written_bytes":"{{progress.WrittenBytes}}","total_rows_to_read":"0","result_rows":"{{progress.ResultRows}}","result_bytes":"0","elapsed_ns":"{{elapsed.Ticks * 100}}"}""");

    private async ValueTask SendAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (head.WrittenCount > 0)
        {
            await WriteInPiecesAsync(target, head.WrittenMemory, cancellation);
            head.Clear();
        }

        await WriteInPiecesAsync(target, bytes, cancellation);
    }

    private Stream Start(Progress progress, TimeSpan elapsed)
    {
        var headers = context.Response.Headers;
        headers[Headers.QueryId] = request.QueryId;
        headers[Headers.Format] = format;
        headers[Headers.TimeZone] = "UTC";
        headers[Headers.ServerDisplayName] = "tessera";
        headers[Headers.ExceptionTag] = exceptionTag;
        headers[Headers.Summary] = Summary(progress, elapsed);
        context.Response.ContentType = ContentTypes.For(format);
        return begun = request.Compress ? Compressed() : context.Response.Body;
    }

    private Stream Compressed()
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        (string Name, Stream Stream)? chosen = 0 switch
        {
            _ when accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) =>
                ("gzip", new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true)),
            _ when accepted.Contains("deflate", StringComparison.OrdinalIgnoreCase) =>
                ("deflate", new ZLibStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true)),
            _ when accepted.Contains("br", StringComparison.OrdinalIgnoreCase) =>
                ("br", new BrotliStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true)),
            _ => null,
        };
        if (chosen is not { } encoding)
        {
            return context.Response.Body;
        }

        context.Response.Headers.ContentEncoding = encoding.Name;
        context.Response.Headers.Vary = "Accept-Encoding";
        return encoding.Stream;
    }
}
