using System.Text;

namespace Tessera.ClickHouse.Transport;

/// <summary>The body of a successful answer, which never ends quietly when the result did not.</summary>
/// <remarks>
/// The engine answers 200 before it has the whole result. When it fails later it writes an exception block behind the rows (since
/// 25.11 fenced by a tag that only this answer's header knows) and cuts the connection. This stream delivers the rows before the
/// block and then throws what the block says; a cut without a block throws too, and so does silence for too long.
/// </remarks>
internal sealed class ResultStream : Stream
{
    private const int BufferSize = 64 * 1024;
    private const int LongestError = 256 * 1024;
    private const int TailSize = 4096;

    private static ReadOnlySpan<byte> LineBreak => "\r\n"u8;


    private readonly Stream source;
    private readonly byte[] marker;
    private readonly byte[] closing;
    private readonly string queryId;
    private readonly TimeSpan patience;
    private readonly TimeProvider time;
    private readonly byte[] buffer = new byte[BufferSize];
    private readonly byte[] tail = new byte[TailSize];
    private int tailLength;
    private int start;
    private int ready;
    private int end;
    private bool hasEnded;

    /// <summary>Wraps a body.</summary>
    /// <param name="source">The body, decompressed.</param>
    /// <param name="exceptionTag">The tag of the answer's header, or null from an older engine.</param>
    /// <param name="queryId">The id under which the statement runs.</param>
    /// <param name="patience">How long the engine may send nothing.</param>
    /// <param name="time">The clock.</param>
    public ResultStream(Stream source, string? exceptionTag, string queryId, TimeSpan patience, TimeProvider time)
    {
        this.source = source;
        this.queryId = queryId;
        this.patience = patience;
        this.time = time;
        marker = exceptionTag is null ? [] : Encoding.ASCII.GetBytes($"__exception__\r\n{exceptionTag}");
        closing = Encoding.ASCII.GetBytes($" {exceptionTag}\r\n__exception__\r\n");
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        while (start == ready && !hasEnded)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        var count = Math.Min(destination.Length, ready - start);
        buffer.AsMemory(start, count).CopyTo(destination);
        start += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Some writers of files read synchronously; the result is the same, only a thread waits.
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>The error that the result broke off, or the engine's own about why, if it left one in what was read last.</summary>
    public ClickHouseException BrokenOff(Exception? cause) =>
        ErrorText.Find(Encoding.UTF8.GetString(tail, 0, tailLength), queryId)
        ?? new ClickHouseUnavailableException(
            "The result from ClickHouse broke off before its end; the engine may have been stopped.", queryId, cause);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        // Everything ready was handed out; what was held back, less than a marker, moves to the front.
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        var count = await ReadSourceAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
        Remember(buffer.AsSpan(end, count));
        end += count;
        hasEnded = count == 0;
        var blockStart = BlockStart(buffer.AsSpan(0, end));
        if (blockStart == 0)
        {
            await ThrowExceptionBlockAsync(cancellationToken).ConfigureAwait(false);
        }

        // A block may begin in the last bytes: they wait for what follows.
        ready = blockStart > 0 ? blockStart : hasEnded ? end : Math.Max(0, end - HeldBack);
    }

    // A line break stands before the marker and belongs to the block.
    private int HeldBack => marker.Length == 0 ? 0 : marker.Length + LineBreak.Length - 1;

    private int BlockStart(ReadOnlySpan<byte> bytes)
    {
        var found = marker.Length == 0 ? -1 : bytes.IndexOf(marker);
        return found >= LineBreak.Length && bytes[..found].EndsWith(LineBreak) ? found - LineBreak.Length : found;
    }

    private async ValueTask<int> ReadSourceAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        using var impatience = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, cancellationToken);
        try
        {
            return await source.ReadAsync(destination, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw ClickHouseUnavailableException.AfterSilence(
                $"ClickHouse sent nothing of its result for {patience.TotalSeconds:0} seconds.", queryId, exception);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or HttpRequestException)
        {
            throw BrokenOff(exception);
        }
    }

    private async ValueTask ThrowExceptionBlockAsync(CancellationToken cancellationToken)
    {
        using var block = new MemoryStream();
        await block.WriteAsync(buffer.AsMemory(0, end), cancellationToken).ConfigureAwait(false);
        try
        {
            while (!hasEnded && block.Length < LongestError && !block.GetBuffer().AsSpan(0, (int)block.Length).EndsWith(closing))
            {
                var count = await ReadSourceAsync(buffer, cancellationToken).ConfigureAwait(false);
                await block.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                hasEnded = count == 0;
            }
        }
        catch (ClickHouseException)
        {
            // The engine cuts the connection behind the block, on purpose; what the block says is what counts.
        }

        throw ErrorText.Find(Encoding.UTF8.GetString(block.GetBuffer(), 0, (int)block.Length), queryId) ?? BrokenOff(null);
    }

    private void Remember(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= TailSize)
        {
            bytes[^TailSize..].CopyTo(tail);
            tailLength = TailSize;
            return;
        }

        var kept = Math.Min(tailLength, TailSize - bytes.Length);
        tail.AsSpan(tailLength - kept, kept).CopyTo(tail);
        bytes.CopyTo(tail.AsSpan(kept));
        tailLength = kept + bytes.Length;
    }
}
