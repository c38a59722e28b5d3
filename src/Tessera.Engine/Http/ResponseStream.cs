using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Tessera.Engine.Native;

namespace Tessera.Engine.Http;

/// <summary>
/// The response to one statement. Nothing is sent before the first byte of the result, so that an early error has its
/// own status; an error after that ends the stream in a way no client can take for its end.
/// </summary>
internal sealed class ResponseStream(HttpContext context, QueryRequest request, string exceptionTag) : IAsyncDisposable
{
    private const int LargestWrite = 128 * 1024;
    private const int HeldInMemory = 1024 * 1024;

    private Stream? _target;
    private FileBufferingWriteStream? _held;
    private Stream? _final;
    private string _format = "TabSeparated";

    public bool Started => _target is not null;

    public void UseFormat(string format) => _format = format;

    /// <summary>Sends bytes, waiting while the client is behind.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, Progress progress, CancellationToken cancellation)
    {
        Stream target = _target ?? Start(progress);
        for (ReadOnlyMemory<byte> rest = bytes; !rest.IsEmpty;)
        {
            int length = Math.Min(rest.Length, LargestWrite);
            await target.WriteAsync(rest[..length], cancellation);
            rest = rest[length..];
        }
    }

    /// <summary>Ends the response of a statement that succeeded.</summary>
    public async Task CompleteAsync(Progress progress, TimeSpan elapsed)
    {
        if (_held is not null || !Started)
        {
            context.Response.Headers[Headers.Summary] = Summary(progress, elapsed);
        }

        if (!Started)
        {
            SetResultHeaders();
        }

        await CloseAsync();
    }

    /// <summary>Reports an error: as a response of its own, or, when the result had begun, inside it and by breaking it off.</summary>
    public async Task FailAsync(EngineException exception, string version)
    {
        bool untouched = !context.Response.HasStarted && (!Started || _held is not null);
        if (untouched)
        {
            await ErrorResponse.WriteAsync(context, exception, request.QueryId, version);
            return;
        }

        // As ClickHouse 25.11 and later write it; the length counts the text's bytes with its line break.
        byte[] message = Encoding.UTF8.GetBytes(ErrorResponse.Text(exception, version));
        byte[] block =
        [
            .. "\r\n__exception__\r\n"u8, .. Encoding.ASCII.GetBytes(exceptionTag), .. "\r\n"u8,
            .. message,
            .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.Length} {exceptionTag}\r\n")),
            .. "__exception__\r\n"u8,
        ];
        await _target!.WriteAsync(block);
        await _target.FlushAsync();
        if (_target != context.Response.Body)
        {
            await _target.DisposeAsync();
        }

        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        if (_held is not null)
        {
            await _held.DisposeAsync();
        }
    }

    private Stream Start(Progress progress)
    {
        SetResultHeaders();
        context.Response.Headers[Headers.ExceptionTag] = exceptionTag;
        context.Response.Headers[Headers.Summary] = Summary(progress, TimeSpan.Zero);
        Stream compressed = request.Compress ? Compressed() : context.Response.Body;
        if (request.WaitEndOfQuery)
        {
            _held = new FileBufferingWriteStream(HeldInMemory);
            _final = compressed;
            _target = _held;
        }
        else
        {
            _target = compressed;
        }

        return _target;
    }

    private async Task CloseAsync()
    {
        if (_held is not null)
        {
            await _held.DrainBufferAsync(_final!);
            _target = _final;
        }

        if (_target is not null && _target != context.Response.Body)
        {
            await _target.DisposeAsync();
        }
    }

    private void SetResultHeaders()
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers[Headers.QueryId] = request.QueryId;
        headers[Headers.Format] = _format;
        headers[Headers.TimeZone] = "UTC";
        headers[Headers.ServerDisplayName] = "tessera";
        context.Response.ContentType = ContentTypes.For(_format);
    }

    private Stream Compressed()
    {
        string accepted = context.Request.Headers.AcceptEncoding.ToString();
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

    private static string Summary(Progress progress, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"read_rows":"{{progress.ReadRows}}","read_bytes":"{{progress.ReadBytes}}","written_rows":"{{progress.WrittenRows}}","written_bytes":"{{progress.WrittenBytes}}","total_rows_to_read":"0","result_rows":"{{progress.ResultRows}}","result_bytes":"0","elapsed_ns":"{{elapsed.Ticks * 100}}"}""");
}
