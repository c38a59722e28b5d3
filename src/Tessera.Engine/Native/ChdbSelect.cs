namespace Tessera.Engine.Native;

/// <summary>A running SELECT. Calls must come one after the other, from the thread that owns the connection.</summary>
internal sealed class ChdbSelect(nint connection, nint stream) : IDisposable
{
    private bool disposed;

    /// <summary>Whether the result was read to its end, or failed.</summary>
    public bool Ended { get; private set; }

    /// <summary>The next chunk, a complete document of its own in the format asked for; null at the end.</summary>
    /// <exception cref="EngineException">The query failed or was cancelled.</exception>
    public ChdbResult? Fetch()
    {
        if (Ended)
        {
            return null;
        }

        var chunk = new ChdbResult(Chdb.chdb_stream_fetch_result(connection, stream));
        if (chunk.Error is not null)
        {
            Ended = true;
            chunk.ThrowIfFailed();
        }

        if (!chunk.Bytes.IsEmpty)
        {
            return chunk;
        }

        Ended = true;
        chunk.Dispose();
        return null;
    }

    /// <summary>Cancels what is still running and releases the stream.</summary>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (!Ended)
        {
            Chdb.chdb_stream_cancel_query(connection, stream);
        }

        Chdb.chdb_destroy_query_result(stream);
    }
}
